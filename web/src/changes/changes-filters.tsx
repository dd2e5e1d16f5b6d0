import { useQuery } from '@tanstack/react-query';
import { peopleOptions } from '../data/people.ts';
import { useMayAny } from '../data/permissions.ts';
import { type ChangesFilter, noFilter } from '../data/setup/changes.ts';
import { permission, useKinds } from '../kinds/index.ts';
import { changesTexts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input, Select } from '../ui/input.tsx';

const words = changesTexts.filters;

interface ChangesFiltersProps {
  filter: ChangesFilter;
  onChange: (filter: ChangesFilter) => void;
}

/** Who, on what kind of record, when, and whether it was taken back. */
export function ChangesFilters({ filter, onChange }: ChangesFiltersProps) {
  const set = (change: Partial<ChangesFilter>) => onChange({ ...filter, ...change });
  const filtered = Object.values(filter).some((value) => value !== '');
  return (
    <search aria-label={words.label} className="grid grid-cols-2 gap-3 tab:grid-cols-5">
      <WhoFilter filter={filter} set={set} />
      <KindFilter filter={filter} set={set} />
      <Field label={words.state}>
        {(ids) => (
          <Select {...ids} value={filter.undone} onChange={(event) => set({ undone: event.target.value })}>
            <option value="">{words.anyState}</option>
            <option value="false">{words.stands}</option>
            <option value="true">{words.undone}</option>
          </Select>
        )}
      </Field>
      {(['from', 'to'] as const).map((name) => (
        <Field key={name} label={words[name]}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              value={filter[name]}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {filtered && (
        <div className="flex items-end">
          <Button onClick={() => onChange(noFilter)}>{changesTexts.clear}</Button>
        </div>
      )}
    </search>
  );
}

interface PartProps {
  filter: ChangesFilter;
  set: (change: Partial<ChangesFilter>) => void;
}

/** Sorts of actors stand in the list of people with a mark before them, which no id of a user has. */
const sortMark = 'by:';

function WhoFilter({ filter, set }: PartProps) {
  const may = useMayAny();
  const { data: users } = useQuery({ ...peopleOptions, enabled: may('people:read') });
  const choose = (value: string) =>
    value.startsWith(sortMark)
      ? set({ actorId: '', by: value.slice(sortMark.length) })
      : set({ actorId: value, by: '' });
  return (
    <Field label={words.who}>
      {(ids) => (
        <Select
          {...ids}
          value={filter.by ? sortMark + filter.by : filter.actorId}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{words.anybody}</option>
          {Object.entries(words.sorts).map(([sort, label]) => (
            <option key={sort} value={sortMark + sort}>
              {label}
            </option>
          ))}
          {users?.map((user) => (
            <option key={user.id} value={user.id}>
              {user.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function KindFilter({ filter, set }: PartProps) {
  const may = useMayAny();
  const kinds = useKinds().filter((kind) => may(permission(kind, 'read')));
  const others = Object.entries(changesTexts.otherKinds).sort(([, one], [, other]) => one.localeCompare(other));
  return (
    <Field label={words.kind}>
      {(ids) => (
        <Select {...ids} value={filter.object} onChange={(event) => set({ object: event.target.value })}>
          <option value="">{words.everyKind}</option>
          {kinds.map((kind) => (
            <option key={kind.name} value={kind.name}>
              {kind.words.many}
            </option>
          ))}
          {others.map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
