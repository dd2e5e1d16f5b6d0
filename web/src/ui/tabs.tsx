import type { KeyboardEvent } from 'react';
import { cx } from './cx.ts';

interface TabsProps<Name extends string> {
  label: string;
  tabs: readonly { name: Name; label: string }[];
  chosen: Name;
  onChoose: (name: Name) => void;
  /** The tab panels carry this prefix and the name as their id. */
  idPrefix: string;
}

export function Tabs<Name extends string>({ label, tabs, chosen, onChoose, idPrefix }: TabsProps<Name>) {
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = tabs.findIndex((tab) => tab.name === chosen);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (next) {
      onChoose(next.name);
      document.getElementById(`${idPrefix}-tab-${next.name}`)?.focus();
    }
  };
  return (
    <div role="tablist" aria-label={label} onKeyDown={move} className="flex gap-4 border-line border-b px-4">
      {tabs.map((tab) => {
        const active = tab.name === chosen;
        return (
          <button
            key={tab.name}
            id={`${idPrefix}-tab-${tab.name}`}
            type="button"
            role="tab"
            aria-selected={active}
            aria-controls={active ? `${idPrefix}-${tab.name}` : undefined}
            tabIndex={active ? 0 : -1}
            onClick={() => onChoose(tab.name)}
            className={cx(
              'ring-inside -mb-px h-toolbar border-b-2 px-1 font-medium transition-colors',
              active ? 'border-accent text-text' : 'border-transparent text-secondary hover:text-text',
            )}
          >
            {tab.label}
          </button>
        );
      })}
    </div>
  );
}
