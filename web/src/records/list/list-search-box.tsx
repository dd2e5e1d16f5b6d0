import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '../../shell/shortcuts.ts';
import { texts } from '../../texts/index.ts';
import { SearchInput } from '../../ui/input.tsx';

const settleMs = 120;

interface ListSearchBoxProps {
  label: string;
  q: string | undefined;
  onChange: (q: string | undefined) => void;
}

/** Searches as one types; `/` goes there, Escape leaves it. */
export function ListSearchBox({ label, q, onChange }: ListSearchBoxProps) {
  const ref = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(q ?? '');
  const timer = useRef(0);
  useShortcut('/', () => ref.current?.focus());
  useEffect(() => setWords(q ?? ''), [q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: string) => {
    setWords(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => onChange(next.trim() || undefined), settleMs);
  };
  return (
    <SearchInput
      ref={ref}
      quiet
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={texts.table.search}
      value={words}
      onChange={(event) => change(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (words) change('');
        else ref.current?.blur();
      }}
      className="w-menu shrink-0 max-tab:w-full"
    />
  );
}
