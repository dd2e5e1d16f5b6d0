import { ArrowDown, ArrowUp } from 'lucide-react';
import { useFields } from '../../data/catalogue.ts';
import { texts } from '../../texts/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { ListState } from '../views/use-list-state.ts';

/** The columns of a table to choose and to put in order. */
export function ColumnsPanel({ state }: { state: ListState }) {
  const fields = useFields(state.object).filter(
    (field) => field.name !== 'name' && field.type !== 'json' && field.type !== 'id',
  );
  const byName = new Map(fields.map((field) => [field.name, field]));
  const shown = state.columns.filter((name) => byName.has(name));
  const set = (columns: string[]) => state.change({ columns: ['name', ...columns] });
  const move = (name: string, step: number) => {
    const at = shown.indexOf(name);
    const next = [...shown];
    next.splice(at, 1);
    next.splice(at + step, 0, name);
    set(next);
  };
  const ordered = [
    ...shown.map((name) => byName.get(name)),
    ...fields.filter((field) => !shown.includes(field.name)),
  ].filter((field) => field !== undefined);
  return (
    <ul aria-label={texts.table.columns} className="p-1">
      {ordered.map((field) => {
        const at = shown.indexOf(field.name);
        return (
          <li key={field.name} className="group flex h-control items-center rounded-control hover:bg-hover">
            <label className="flex h-full min-w-0 grow items-center gap-2.5 px-2">
              <Checkbox
                checked={at >= 0}
                onChange={() => set(at >= 0 ? shown.filter((name) => name !== field.name) : [...shown, field.name])}
              />
              <span className="truncate">{field.label}</span>
            </label>
            {at >= 0 && (
              <span className="flex opacity-0 focus-within:opacity-100 group-hover:opacity-100">
                <IconButton
                  small
                  icon={ArrowUp}
                  label={texts.table.moveUp(field.label)}
                  disabled={at === 0}
                  onClick={() => move(field.name, -1)}
                />
                <IconButton
                  small
                  icon={ArrowDown}
                  label={texts.table.moveDown(field.label)}
                  disabled={at === shown.length - 1}
                  onClick={() => move(field.name, 1)}
                />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
