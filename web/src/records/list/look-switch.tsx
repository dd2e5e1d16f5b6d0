import { Table2 } from 'lucide-react';
import { kindOf } from '../../kinds/index.ts';
import { texts } from '../../texts/index.ts';
import { cx } from '../../ui/cx.ts';
import type { ListState } from '../views/use-list-state.ts';

/** The same records as a table, or as their kind is best looked at. */
export function LookSwitch({ state }: { state: ListState }) {
  const { looks } = kindOf(state.object);
  if (!looks) return null;
  const choices = [...looks, { name: 'table', label: texts.table.look, icon: Table2 }];
  const chosen = state.look?.name ?? 'table';
  return (
    <div
      role="radiogroup"
      aria-label={texts.table.looks}
      className="ml-1 inline-flex shrink-0 gap-0.5 rounded-control bg-hover p-0.5"
    >
      {choices.map(({ name, label, icon: Icon }, at) => (
        <label
          key={name}
          data-tip={label}
          className={cx(
            'relative grid h-6 w-8 place-items-center rounded-mark transition-colors touch:h-9 touch:w-11',
            'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
            name === chosen ? 'bg-surface text-text ring-1 ring-line' : 'text-secondary hover:text-text',
          )}
        >
          <input
            type="radio"
            name="look"
            aria-label={label}
            checked={name === chosen}
            onChange={() => state.change({ look: at === 0 ? undefined : name })}
            className="absolute inset-0 appearance-none outline-none"
          />
          <Icon aria-hidden />
        </label>
      ))}
    </div>
  );
}
