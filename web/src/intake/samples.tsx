import { useState } from 'react';
import { ChangedValue } from '../activities/changed-value.tsx';
import { type Field, useFieldMap } from '../data/catalogue.ts';
import type { Import, Outcome, Preview, Sample } from '../data/imports.ts';
import { findKind } from '../kinds/index.ts';
import { intakeTexts } from '../texts/index.ts';
import { Segments } from '../ui/segments.tsx';
import { importedKind } from './imported.ts';

const outcomes: Outcome[] = ['created', 'updated', 'merged', 'rejected'];
const hidden = new Set([
  'id',
  'firstName',
  'lastName',
  'customFields',
  'lifecycleStage',
  'leadScore',
  'scoreTier',
  'qualityScore',
  'name',
  'source',
  'gdprConsent',
]);
const shownMost = 8;

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A few rows of each kind, so that the numbers can be believed. */
export function Samples({ run, fields }: { run: Import; fields: Preview['fields'] }) {
  const samples = run.samples ?? [];
  const kinds = outcomes.filter((outcome) => samples.some((sample) => sample.outcome === outcome));
  const [chosen, setChosen] = useState<Outcome>();
  const catalogue = useFieldMap(importedKind(run.object).name);
  const shown = chosen && kinds.includes(chosen) ? chosen : kinds[0];
  if (!shown) return null;
  const label = (name: string) => catalogue.get(name)?.label ?? fields.find((field) => field.name === name)?.label;
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">{intakeTexts.samples}</h3>
        {kinds.length > 1 && (
          <Segments
            label={intakeTexts.samples}
            choices={kinds.map((name) => ({ name, label: intakeTexts.outcomes[name] }))}
            chosen={shown}
            onChoose={setChosen}
          />
        )}
      </div>
      <ul className="grid gap-2">
        {samples
          .filter((sample) => sample.outcome === shown)
          .map((sample) => (
            <li key={sample.row} className="rounded-card border border-line px-4 py-3">
              <OneSample sample={sample} label={label} catalogue={catalogue} />
            </li>
          ))}
      </ul>
    </section>
  );
}

interface OneSampleProps {
  sample: Sample;
  label: (name: string) => string | undefined;
  catalogue: ReadonlyMap<string, Field>;
}

function OneSample({ sample, label, catalogue }: OneSampleProps) {
  const { values, before } = sample;
  const name = [values.firstName, values.lastName].filter(Boolean).join(' ') || values.name || values.email || '';
  const entries = Object.entries(values)
    .filter(
      ([field, value]) =>
        !hidden.has(field) &&
        !isEmpty(value) &&
        label(field) &&
        (!before || JSON.stringify(before[field]) !== JSON.stringify(value)),
    )
    .slice(0, shownMost);
  return (
    <>
      <p className="flex gap-2">
        <span className="tabular text-secondary">{intakeTexts.row(sample.row)}</span>
        <span className="truncate font-medium" dir="auto">
          {String(name)}
        </span>
      </p>
      {sample.reason && <p className="text-danger-text">{sample.reason}</p>}
      {entries.length > 0 && (
        <dl className="mt-1 grid gap-x-6 tab:grid-cols-2">
          {entries.map(([field, value]) => (
            <div key={field} className="flex min-w-0 gap-2">
              <dt className="w-label shrink-0 truncate text-secondary">{label(field)}</dt>
              <dd className="min-w-0 truncate" dir="auto">
                {before && !isEmpty(before[field]) && (
                  <del className="mr-2 text-secondary decoration-line-strong">
                    <ChangedValue
                      field={catalogue.get(field)}
                      value={publicIdOf(catalogue.get(field), before[field])}
                    />
                  </del>
                )}
                <ChangedValue field={catalogue.get(field)} value={publicIdOf(catalogue.get(field), value)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** Samples hold ids as the database has them; a company that is not there yet stands by its name. */
function publicIdOf(field: Field | undefined, value: unknown): unknown {
  if (typeof value !== 'string' || !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)) return value;
  const prefix = field?.type === 'user' ? 'us' : (findKind(field?.to)?.prefix ?? 'ct');
  return `${prefix}_${value.replaceAll('-', '')}`;
}
