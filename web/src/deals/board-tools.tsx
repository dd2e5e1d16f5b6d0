import { Hourglass } from 'lucide-react';
import { parseFilter, printFilter } from '../records/filter/filter-tree.ts';
import type { ListState } from '../records/views/use-list-state.ts';
import { texts } from '../texts/index.ts';
import { IconButton } from '../ui/button.tsx';
import { PipelineSwitch } from './pipeline-switch.tsx';

/** What narrows a board besides its filter: what was left lying, and the pipeline. */
export function BoardTools({ state }: { state: ListState }) {
  return (
    <>
      <RottingSwitch state={state} />
      <PipelineSwitch state={state} />
    </>
  );
}

/** Only what was left lying, by one click. */
function RottingSwitch({ state }: { state: ListState }) {
  const group = parseFilter(state.list.filter);
  const all = group.join === 'and' ? group.items : [group];
  const others = all.filter((one) => one.kind === 'group' || one.field !== 'rotting');
  const on = others.length < all.length;
  const items = on ? others : [...others, { kind: 'rule', field: 'rotting', operator: 'eq', value: true } as const];
  return (
    <IconButton
      small
      icon={Hourglass}
      label={texts.table.rotting}
      aria-pressed={on}
      kind={on ? 'secondary' : 'quiet'}
      onClick={() =>
        state.change({
          filter: printFilter({ kind: 'group', join: 'and', items }) ?? (state.view?.filter ? null : undefined),
        })
      }
    />
  );
}
