import { Check, Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { texts } from '../texts/index.ts';
import { cx } from './cx.ts';

export interface ListedOption {
  value: string;
  label: string;
  hint?: string;
  mark?: ReactNode;
}

interface OptionListProps {
  label: string;
  options: ListedOption[];
  chosen: readonly string[];
  onChoose: (option: ListedOption) => void;
  words: string;
  onWords: (words: string) => void;
  /** Offers what was typed as a new value. */
  canCreate?: boolean;
  /** Offers to choose nothing. */
  onClear?: (() => void) | undefined;
  placeholder?: string;
  /** Hears Tab, which saves and moves on. */
  onTab?: ((event: KeyboardEvent) => void) | undefined;
}

/** A search line above a list of options: the inside of every picker. */
export function OptionList({
  label,
  options,
  chosen,
  onChoose,
  words,
  onWords,
  canCreate,
  onClear,
  placeholder,
  onTab,
}: OptionListProps) {
  const id = useId();
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const typed = words.trim();
  const create = canCreate && typed && !options.some((option) => option.label.toLowerCase() === typed.toLowerCase());
  const shown: ListedOption[] = [
    ...options,
    ...(create
      ? [{ value: typed, label: texts.picker.create(typed), mark: <Plus aria-hidden className="text-secondary" /> }]
      : []),
  ];
  const at = Math.min(active, Math.max(0, shown.length - 1));
  useEffect(() => {
    list.current?.querySelector('[data-active=true]')?.scrollIntoView({ block: 'nearest' });
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = shown[at];
    if (step) {
      event.preventDefault();
      setActive((at + step + shown.length) % Math.max(1, shown.length));
    } else if (event.key === 'Enter' && option) {
      event.preventDefault();
      onChoose(option);
    } else if (event.key === 'Backspace' && words === '' && onClear) onClear();
    else if (event.key === 'Tab') onTab?.(event);
  };
  return (
    <div className="flex min-h-0 flex-col">
      <input
        // biome-ignore lint/a11y/noAutofocus: the picker was opened to be typed into
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={shown.length > 0 ? `${id}-${at}` : undefined}
        value={words}
        placeholder={placeholder ?? texts.picker.search}
        onChange={(event) => {
          setActive(0);
          onWords(event.target.value);
        }}
        onKeyDown={onKeyDown}
        className="ring-inside h-control w-full rounded-t-card border-line border-b bg-transparent px-3 text-input outline-none"
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className="max-h-picker overflow-y-auto p-1">
        {shown.map((option, index) => (
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={chosen.includes(option.value)}
            data-active={index === at}
            onPointerMove={() => setActive(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
            className="flex min-h-control-small items-center gap-2 rounded-control px-2 data-[active=true]:bg-hover"
          >
            {option.mark}
            <span className="grow truncate" dir="auto">
              {option.label}
            </span>
            {option.hint && <span className="max-w-1/2 truncate text-secondary text-xs">{option.hint}</span>}
            <Check aria-hidden className={cx('text-accent', !chosen.includes(option.value) && 'invisible')} />
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className="px-3 pb-3 text-secondary">{texts.picker.nothing}</p>}
      {onClear && chosen.length > 0 && (
        <button
          type="button"
          onClick={onClear}
          className="ring-inside h-control border-line border-t px-3 text-left text-secondary hover:text-text"
        >
          {texts.picker.clear}
        </button>
      )}
    </div>
  );
}
