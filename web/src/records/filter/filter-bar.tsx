import { ListFilter, X } from 'lucide-react';
import { useState } from 'react';
import type { ObjectName } from '../../data/catalogue.ts';
import { useShortcut } from '../../shell/shortcuts.ts';
import { texts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { lazily } from '../../ui/lazily.ts';
import { useNarrow } from '../../ui/media.ts';
import { Floating } from '../../ui/overlay/floating.tsx';
import { useFilterFields } from './filter-fields.ts';
import { countRules, type FilterNode, type Group, parseFilter, printFilter } from './filter-tree.ts';
import { filterWords } from './filter-words.ts';
import { useNamesIn } from './names.ts';

const FilterEditor = lazily(() => import('./filter-editor.tsx').then((module) => module.FilterEditor));

interface FilterBarProps {
  object: ObjectName;
  filter: unknown;
  onChange: (filter: Record<string, unknown> | undefined) => void;
}

/** The filter in words, a chip for each part, and the panel in which it is built. */
export function FilterBar({ object, filter, onChange }: FilterBarProps) {
  const [open, setOpen] = useState(false);
  const narrow = useNarrow();
  const fields = new Map(useFilterFields(object).map((field) => [field.name, field]));
  const group = parseFilter(filter);
  const names = useNamesIn(group, fields);
  const rules = countRules(group);
  useShortcut('f', () => setOpen(true));
  const parts: FilterNode[] = group.join === 'and' ? group.items : group.items.length > 0 ? [group] : [];
  const remove = (part: FilterNode) =>
    onChange(
      part === group
        ? undefined
        : printFilter({ ...group, items: group.items.filter((item) => item !== part) } satisfies Group),
    );
  return (
    <>
      <Floating
        label={texts.filter.title}
        open={open}
        onOpenChange={setOpen}
        className="w-filter max-w-[calc(100vw-2rem)]"
        trigger={(props) => (
          <Button {...props} small kind="quiet" icon={ListFilter} keys="f" tip={texts.filter.tip}>
            {texts.filter.title}
            {narrow && rules > 0 && (
              <span className="tabular rounded-full bg-accent px-1.5 text-on-accent text-xs">{rules}</span>
            )}
          </Button>
        )}
      >
        {() => <FilterEditor object={object} filter={filter} onChange={onChange} />}
      </Floating>
      {(narrow ? [] : parts).map((part) => {
        const words = filterWords(part, fields, names);
        return (
          words && <FilterChip key={words} words={words} onOpen={() => setOpen(true)} onRemove={() => remove(part)} />
        );
      })}
    </>
  );
}

function FilterChip({ words, onOpen, onRemove }: { words: string; onOpen: () => void; onRemove: () => void }) {
  return (
    <span className="inline-flex h-control-small min-w-0 shrink-0 items-center rounded-control border border-line bg-surface">
      <button
        type="button"
        onClick={onOpen}
        data-tip={words}
        className="ring-inside h-full max-w-side truncate rounded-l-control pr-1 pl-2 hover:bg-hover"
      >
        {words}
      </button>
      <button
        type="button"
        aria-label={texts.filter.remove(words)}
        onClick={onRemove}
        className="ring-inside grid h-full w-6 place-items-center rounded-r-control text-secondary hover:bg-hover hover:text-text"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
