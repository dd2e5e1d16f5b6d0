import { useState } from 'react';
import type { ValueFactor } from '../../data/setup/scoring-model.ts';
import { scoringTexts as words } from '../../texts/index.ts';
import { Input } from '../../ui/input.tsx';
import { AddRow, OtherRow, PointsInput, Row } from './row-parts.tsx';

const tracks = 'grid-cols-[1fr_72px_32px]';

interface ValueRowsProps {
  label: string;
  factor: ValueFactor;
  onChange: (factor: ValueFactor) => void;
}

/** Points by what a word is. A value without a word, or the second of a word, is kept here until it has one of its own. */
export function ValueRows({ label, factor, onChange }: ValueRowsProps) {
  const [rows, setRows] = useState<[string, number][]>(() => Object.entries(factor.values));
  const given = JSON.stringify(factor.values);
  const shown = JSON.stringify(valuesOf(rows)) === given ? rows : Object.entries(factor.values);
  const set = (next: [string, number][]) => {
    setRows(next);
    onChange({ ...factor, values: valuesOf(next) });
  };
  const edit = (at: number, row: [string, number]) => set(shown.map((one, index) => (index === at ? row : one)));
  return (
    <div className="grid gap-2">
      <div aria-hidden className={`grid gap-2 text-secondary text-xs ${tracks}`}>
        <span>{words.fit.value}</span>
        <span className="text-right">{words.fit.points}</span>
      </div>
      {shown.map(([value, points], at) => {
        const name = value || words.fit.row(at + 1);
        return (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its place while it is typed
            key={at}
            tracks={tracks}
            onRemove={() => set(shown.filter((_, index) => index !== at))}
            removeLabel={words.fit.remove(name)}
          >
            <Input
              aria-label={`${label}: ${words.fit.value} ${at + 1}`}
              maxLength={100}
              value={value}
              onChange={(event) => edit(at, [event.target.value, points])}
            />
            <PointsInput
              label={`${label}: ${words.fit.points}, ${name}`}
              value={points}
              onNumber={(next) => edit(at, [value, next])}
            />
          </Row>
        );
      })}
      <AddRow label={words.fit.add.value} onAdd={() => setRows([...shown, ['', 0]])} />
      <OtherRow
        label={label}
        tracks={tracks}
        value={factor.other}
        onNumber={(other) => onChange({ ...factor, other })}
      />
    </div>
  );
}

function valuesOf(rows: readonly [string, number][]): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [value, points] of rows) {
    const word = value.trim();
    if (word && !Object.hasOwn(values, word)) values[word] = points;
  }
  return values;
}
