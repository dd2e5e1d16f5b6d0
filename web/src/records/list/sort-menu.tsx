import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react';
import { useFields } from '../../data/catalogue.ts';
import { texts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/overlay/menu.tsx';
import type { ListState } from '../views/use-list-state.ts';

/** By which field, and from which end. */
export function SortMenu({ state }: { state: ListState }) {
  const fields = useFields(state.object).filter((field) => field.sortable);
  const sort = state.list.sort ?? '';
  const name = sort.replace(/^-/, '');
  const down = sort.startsWith('-');
  const label = fields.find((field) => field.name === name)?.label;
  return (
    <Menu
      label={texts.table.sort}
      align="end"
      trigger={(props) => (
        <Button {...props} small kind="quiet" icon={down ? ArrowDownWideNarrow : ArrowUpNarrowWide}>
          {label ?? texts.table.sort}
        </Button>
      )}
      groups={[
        [
          { label: texts.table.ascending, chosen: !down, onSelect: () => state.change({ sort: name }) },
          { label: texts.table.descending, chosen: down, onSelect: () => state.change({ sort: `-${name}` }) },
        ],
        fields.map((field) => ({
          label: field.label,
          chosen: field.name === name,
          onSelect: () => state.change({ sort: `${down ? '-' : ''}${field.name}` }),
        })),
      ]}
    />
  );
}
