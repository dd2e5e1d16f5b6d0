import { useQuery } from '@tanstack/react-query';
import { peopleOptions } from '../data/people.ts';
import { type AuditFilter, noFilter } from '../data/setup/audit.ts';
import { auditTexts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input, Select } from '../ui/input.tsx';

const words = auditTexts.filters;

interface AuditFiltersProps {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}

/** Types of actors stand in the list of people with a mark before them, which no id of a user has. */
const typeMark = 'type:';

const types = [
  ['user', words.people],
  ['key', words.programs],
  ['agent', words.agents],
  ['system', words.kith],
] as const;

/** Who, what, with which outcome, on what and when. */
export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const set = (change: Partial<AuditFilter>) => onChange({ ...filter, ...change });
  const filtered = Object.values(filter).some((value) => value !== '');
  return (
    <search aria-label={words.label} className="grid grid-cols-2 gap-3 tab:grid-cols-4">
      <WhoFilter filter={filter} set={set} />
      <Field label={words.what}>
        {(ids) => (
          <Select {...ids} value={filter.kind} onChange={(event) => set({ kind: event.target.value })}>
            <option value="">{words.everything}</option>
            {Object.entries(auditTexts.kinds).map(([kind, label]) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={words.outcome}>
        {(ids) => (
          <Select {...ids} value={filter.outcome} onChange={(event) => set({ outcome: event.target.value })}>
            <option value="">{words.anyOutcome}</option>
            {Object.entries(auditTexts.outcomes).map(([outcome, label]) => (
              <option key={outcome} value={outcome}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Text name="operation" example={words.operationExample} filter={filter} set={set} />
      <Text name="record" example={words.recordExample} filter={filter} set={set} />
      <Text name="from" type="date" filter={filter} set={set} />
      <Text name="to" type="date" filter={filter} set={set} />
      <div className="flex items-end">
        {filtered && <Button onClick={() => onChange(noFilter)}>{auditTexts.clear}</Button>}
      </div>
    </search>
  );
}

interface PartProps {
  filter: AuditFilter;
  set: (change: Partial<AuditFilter>) => void;
}

function WhoFilter({ filter, set }: PartProps) {
  const { data: users } = useQuery(peopleOptions);
  const choose = (value: string) =>
    value.startsWith(typeMark)
      ? set({ actor: '', actorType: value.slice(typeMark.length) })
      : set({ actor: value, actorType: '' });
  return (
    <Field label={words.who}>
      {(ids) => (
        <Select
          {...ids}
          value={filter.actorType ? typeMark + filter.actorType : filter.actor}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{words.anybody}</option>
          {types.map(([type, label]) => (
            <option key={type} value={typeMark + type}>
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

interface TextProps extends PartProps {
  name: 'operation' | 'record' | 'from' | 'to';
  example?: string;
  type?: 'date';
}

function Text({ name, example, type, filter, set }: TextProps) {
  return (
    <Field label={words[name]}>
      {(ids) => (
        <Input
          {...ids}
          type={type ?? 'text'}
          placeholder={example}
          value={filter[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
}
