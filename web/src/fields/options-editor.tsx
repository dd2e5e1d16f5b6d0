import { Plus, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { fieldsTexts as words } from '../texts/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';

interface OptionsEditorProps {
  options: string[];
  error: string | undefined;
  onChange: (options: string[]) => void;
}

/** What a choice offers, one a line; Enter goes on to the next, and pasted lines become choices. */
export function OptionsEditor({ options, error, onChange }: OptionsEditorProps) {
  const shown = options.length > 0 ? options : [''];
  const list = useRef<HTMLUListElement>(null);
  const count = useRef(shown.length);
  useEffect(() => {
    if (shown.length > count.current) list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus();
    count.current = shown.length;
  });
  const set = (at: number, typed: string) => {
    const lines = typed.split(/\r?\n|\t/);
    onChange([...shown.slice(0, at), ...lines, ...shown.slice(at + 1)]);
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 font-medium">{words.options}</legend>
      <ul ref={list} className="grid gap-2">
        {shown.map((option, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a choice is known by its place while it is typed
          <li key={at} className="flex gap-1">
            <Input
              aria-label={words.option(at + 1)}
              maxLength={100}
              value={option}
              onChange={(event) => set(at, event.target.value)}
              onPaste={(event) => {
                const pasted = event.clipboardData.getData('text');
                if (!/[\r\n\t]/.test(pasted)) return;
                event.preventDefault();
                set(at, pasted.trim());
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                if (option.trim() && at === shown.length - 1) onChange([...shown, '']);
              }}
            />
            {shown.length > 1 && (
              <IconButton
                icon={X}
                label={words.removeOption(option || words.option(at + 1))}
                onClick={() => onChange(shown.filter((_, index) => index !== at))}
              />
            )}
          </li>
        ))}
      </ul>
      <Button
        small
        kind="quiet"
        icon={Plus}
        className="-ml-2 justify-self-start"
        onClick={() => onChange([...shown, ''])}
      >
        {words.addOption}
      </Button>
      {error && <p className="text-danger-text text-xs">{error}</p>}
    </fieldset>
  );
}
