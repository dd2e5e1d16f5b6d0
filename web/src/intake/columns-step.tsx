import { TriangleAlert } from 'lucide-react';
import type { Preview } from '../data/imports.ts';
import { intakeTexts } from '../texts/index.ts';
import { fileSize } from '../ui/format.ts';
import { Segments } from '../ui/segments.tsx';
import { ColumnRow } from './column-row.tsx';
import { useImportedKinds } from './imported.ts';
import { Options } from './options.tsx';
import type { Wizard } from './use-wizard.ts';

/** What each column of the file is: guessed, shown with examples, and changed by hand. */
export function ColumnsStep({ wizard }: { wizard: Wizard }) {
  const kinds = useImportedKinds();
  const { preview, mapping } = wizard;
  if (!preview) return null;
  const taken = new Set(Object.values(mapping).filter((field) => field !== null));
  const mapped = preview.mapping.filter(({ column }) => mapping[column]).length;
  return (
    <div className="mx-auto grid max-w-content gap-6 px-4 py-6 tab:px-8">
      <section className="grid gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h2 className="font-semibold text-lg">{intakeTexts.mapped(mapped, preview.headers.length)}</h2>
          <span className="grow" />
          <Segments label={intakeTexts.into} choices={kinds} chosen={wizard.object} onChoose={wizard.setObject} />
        </div>
        <p className="text-secondary">{describe(preview)}</p>
        {preview.problems.map((problem) => (
          <p key={problem} className="flex gap-2 rounded-control bg-warning-soft px-3 py-2 text-warning-text">
            <TriangleAlert aria-hidden className="mt-0.5" />
            {problem}
          </p>
        ))}
      </section>
      <div
        role="table"
        aria-label={intakeTexts.steps.columns}
        className="overflow-hidden rounded-card border border-line"
      >
        <div
          role="row"
          className="hidden h-head-row items-center gap-4 border-line border-b bg-bg px-4 text-secondary text-xs tab:grid tab:grid-cols-(--mapping)"
        >
          <span role="columnheader">{intakeTexts.column}</span>
          <span role="columnheader">{intakeTexts.examples}</span>
          <span role="columnheader">{intakeTexts.field}</span>
          <span role="columnheader">{intakeTexts.sure}</span>
        </div>
        {preview.mapping.map((guess, at) => (
          <ColumnRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns of a file may have the same name
            key={at}
            guess={guess}
            examples={[...new Set(preview.sample.map((row) => row[at] ?? '').filter(Boolean))].slice(0, 3)}
            fields={preview.fields}
            chosen={mapping[guess.column] ?? null}
            taken={taken}
            onChoose={(field) => wizard.setMapping({ ...mapping, [guess.column]: field })}
          />
        ))}
      </div>
      <Options wizard={wizard} preview={preview} />
    </div>
  );
}

function describe({ fileName, fileSize: bytes, encoding, delimiter }: Preview): string {
  const names = intakeTexts.delimiters as Record<string, string>;
  return [fileName, fileSize(bytes), encoding.toUpperCase(), names[delimiter] ?? delimiter].join(' · ');
}
