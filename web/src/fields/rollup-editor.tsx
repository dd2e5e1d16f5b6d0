import { useQueries } from '@tanstack/react-query';
import type { ObjectName } from '../data/catalogue.ts';
import { definitionsOptions } from '../data/setup/custom-fields.ts';
import { useObjects } from '../data/setup/objects.ts';
import { texts, fieldsTexts as words } from '../texts/index.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/input.tsx';
import type { PartProps } from './field-dialog.tsx';
import type { Draft } from './field-draft.ts';
import { isNumber, refersTo } from './field-types.ts';

type How = Draft['rollup']['function'];

/** Which records that refer to this one are summed up, and how. */
export function RollupEditor({ object, draft, set, problem }: PartProps & { object: ObjectName }) {
  const { rollup } = draft;
  const kinds = useObjects();
  const catalogues = useQueries({ queries: kinds.map((kind) => definitionsOptions(kind.name)) });
  const ways = kinds.flatMap((kind, at) =>
    (catalogues[at]?.data?.data ?? [])
      .filter((field) => refersTo(field.type) && field.to === object)
      .map((field) => ({ kind, field, fields: catalogues[at]?.data?.data ?? [] })),
  );
  const change = (part: Partial<Draft['rollup']>) => set({ rollup: { ...rollup, ...part } });
  if (ways.length === 0) return <p className="text-secondary">{words.rollup.none}</p>;
  const way = ways.find(({ kind, field }) => kind.name === rollup.object && field.name === rollup.by);
  const times = rollup.function === 'min' || rollup.function === 'max';
  const summed = (way?.fields ?? []).filter(
    ({ type }) => isNumber(type) || (times && (type === 'date' || type === 'dateTime')),
  );
  return (
    <div className="grid gap-3 tab:grid-cols-2">
      <div className="tab:col-span-2">
        <Field label={words.rollup.of} error={problem?.errorOf('rollup.object') ?? problem?.errorOf('rollup.by')}>
          {(ids) => (
            <Select
              {...ids}
              required
              value={way ? `${way.kind.name} ${way.field.name}` : ''}
              onChange={(event) => {
                const [of = '', by = ''] = event.target.value.split(' ');
                change({ object: of, by, of: '' });
              }}
            >
              <option value="">{texts.picker.choose}</option>
              {ways.map(({ kind, field }) => (
                <option key={`${kind.name} ${field.name}`} value={`${kind.name} ${field.name}`}>
                  {kind.many} · {field.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field label={words.rollup.function} error={problem?.errorOf('rollup.function')}>
        {(ids) => (
          <Select
            {...ids}
            value={rollup.function}
            onChange={(event) => change({ function: event.target.value as How })}
          >
            {Object.entries(words.rollup.functions).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {rollup.function !== 'count' && (
        <Field label={words.rollup.field} error={problem?.errorOf('rollup.of')}>
          {(ids) => (
            <Select {...ids} required value={rollup.of} onChange={(event) => change({ of: event.target.value })}>
              <option value="">{texts.picker.choose}</option>
              {summed.map((field) => (
                <option key={field.name} value={field.name}>
                  {field.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}
