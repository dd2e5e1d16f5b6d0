import type { ColumnGuess, Preview } from '../data/imports.ts';
import { intakeTexts } from '../texts/index.ts';
import { cx } from '../ui/cx.ts';
import { Select } from '../ui/input.tsx';

interface ColumnRowProps {
  guess: ColumnGuess;
  examples: string[];
  fields: Preview['fields'];
  chosen: string | null;
  taken: ReadonlySet<string | null>;
  onChoose: (field: string | null) => void;
}

/** Fields that several columns may fill: a person has several addresses and numbers. */
const severalColumns = new Set(['email', 'phone']);

export function ColumnRow({ guess, examples, fields, chosen, taken, onChoose }: ColumnRowProps) {
  const likely = new Set([guess.field, ...guess.alternatives.map((one) => one.field)]);
  const option = (field: Preview['fields'][number]) => (
    <option
      key={field.name}
      value={field.name}
      disabled={field.name !== chosen && taken.has(field.name) && !severalColumns.has(field.name)}
    >
      {field.label}
    </option>
  );
  const suggested = fields.filter((field) => likely.has(field.name));
  return (
    <div
      role="row"
      className="grid min-h-12 items-center gap-x-4 gap-y-1 border-line border-b px-4 py-2 last:border-0 tab:grid-cols-(--mapping)"
    >
      <span role="cell" className="truncate font-medium" dir="auto" data-tip={guess.column}>
        {guess.column}
      </span>
      <span role="cell" className="truncate text-secondary" dir="auto">
        {examples.length > 0 ? examples.join(' · ') : intakeTexts.noExamples}
      </span>
      <span role="cell">
        <Select
          aria-label={intakeTexts.fieldOf(guess.column)}
          value={chosen ?? ''}
          onChange={(event) => onChoose(event.target.value || null)}
          className={cx(!chosen && 'text-secondary')}
        >
          <option value="">{intakeTexts.keep}</option>
          {suggested.length > 0 && <optgroup label={intakeTexts.suggested}>{suggested.map(option)}</optgroup>}
          <optgroup label={intakeTexts.allFields}>
            {fields.filter((field) => !likely.has(field.name)).map(option)}
          </optgroup>
        </Select>
      </span>
      <span role="cell">{chosen && <Confidence byHand={chosen !== guess.field} value={guess.confidence} />}</span>
    </div>
  );
}

/** How sure the guess is: three bars and a word. */
function Confidence({ value, byHand }: { value: number; byHand: boolean }) {
  if (byHand) return <span className="text-secondary text-xs">{intakeTexts.byHand}</span>;
  const level = value >= 0.9 ? 3 : value >= 0.7 ? 2 : 1;
  const word = [intakeTexts.guess, intakeTexts.likely, intakeTexts.certain][level - 1];
  return (
    <span
      className="flex items-center gap-2 text-secondary text-xs"
      data-tip={intakeTexts.confidence(Math.round(value * 100))}
    >
      <span aria-hidden className="flex gap-0.5">
        {[1, 2, 3].map((bar) => (
          <span
            key={bar}
            className={cx(
              'h-1 w-3 rounded-full',
              bar <= level ? (level === 1 ? 'bg-warning' : 'bg-success') : 'bg-pressed',
            )}
          />
        ))}
      </span>
      {word}
    </span>
  );
}
