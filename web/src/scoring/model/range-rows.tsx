import type { Range, RangeFactor } from '../../data/setup/scoring-model.ts';
import { scoringTexts as words } from '../../texts/index.ts';
import { NumberInput } from '../../ui/forms/number-input.tsx';
import { AddRow, PointsInput, Row } from './row-parts.tsx';

const tracks = 'grid-cols-[1fr_1fr_72px_32px]';

interface RangeRowsProps {
  label: string;
  factor: RangeFactor;
  onChange: (factor: RangeFactor) => void;
}

/** Points by how large a number is. */
export function RangeRows({ label, factor, onChange }: RangeRowsProps) {
  const { ranges } = factor;
  const set = (at: number, range: Range) =>
    onChange({ ranges: ranges.map((one, index) => (index === at ? range : one)) });
  const add = () => {
    const last = ranges.at(-1);
    const min = last ? (last.max ?? last.min) + 1 : 1;
    const closed = last && last.max === undefined ? [...ranges.slice(0, -1), { ...last, max: last.min }] : ranges;
    onChange({ ranges: [...closed, { min, score: 0 }] });
  };
  return (
    <div className="grid gap-2">
      <div aria-hidden className={`grid gap-2 text-secondary text-xs ${tracks}`}>
        <span>{words.fit.from}</span>
        <span>{words.fit.to}</span>
        <span className="text-right">{words.fit.points}</span>
      </div>
      {ranges.map((range, at) => {
        const row = `${label}, ${words.fit.row(at + 1)}`;
        return (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: a range is known by its place
            key={at}
            tracks={tracks}
            onRemove={() => onChange({ ranges: ranges.filter((_, index) => index !== at) })}
            removeLabel={words.fit.remove(row)}
          >
            <NumberInput
              aria-label={`${row}: ${words.fit.from}`}
              className="tabular"
              value={range.min}
              onNumber={(min) => set(at, { ...range, min: min ?? Number.NaN })}
            />
            <NumberInput
              aria-label={`${row}: ${words.fit.to}`}
              className="tabular"
              placeholder={words.fit.andMore}
              value={range.max}
              onNumber={(max) => set(at, { min: range.min, score: range.score, ...(max === undefined ? {} : { max }) })}
            />
            <PointsInput
              label={`${row}: ${words.fit.points}`}
              value={range.score}
              onNumber={(score) => set(at, { ...range, score })}
            />
          </Row>
        );
      })}
      <AddRow label={words.fit.add.range} onAdd={add} />
    </div>
  );
}
