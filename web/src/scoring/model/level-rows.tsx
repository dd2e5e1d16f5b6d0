import type { SeniorityFactor } from '../../data/setup/scoring-model.ts';
import { scoringTexts as words } from '../../texts/index.ts';
import { WordsInput } from '../../ui/forms/words-input.tsx';
import { Input } from '../../ui/input.tsx';
import { AddRow, OtherRow, PointsInput, Row } from './row-parts.tsx';

const tracks = 'grid-cols-[1fr_72px_32px]';
type Level = SeniorityFactor['levels'][number];

interface LevelRowsProps {
  label: string;
  factor: SeniorityFactor;
  onChange: (factor: SeniorityFactor) => void;
}

/** Points by what a job title says of the person's place. */
export function LevelRows({ label, factor, onChange }: LevelRowsProps) {
  const { levels } = factor;
  const setLevels = (next: Level[]) => onChange({ ...factor, levels: next });
  const set = (at: number, part: Partial<Level>) =>
    setLevels(levels.map((level, index) => (index === at ? { ...level, ...part } : level)));
  return (
    <div className="grid gap-3">
      {levels.map((level, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is known by its place while it is typed
          key={at}
          className="grid gap-2 border-line border-b pb-3"
        >
          <Row
            tracks={tracks}
            onRemove={() => setLevels(levels.filter((_, index) => index !== at))}
            removeLabel={words.fit.remove(level.level)}
          >
            <Input
              aria-label={`${label}: ${words.fit.level} ${at + 1}`}
              maxLength={100}
              value={level.level}
              aria-invalid={level.level.trim() === '' || undefined}
              onChange={(event) => set(at, { level: event.target.value })}
            />
            <PointsInput
              label={`${label}: ${words.fit.points}, ${level.level}`}
              value={level.score}
              onNumber={(score) => set(at, { score })}
            />
          </Row>
          <WordsInput
            aria-label={`${level.level}: ${words.fit.phrases}`}
            placeholder={words.fit.phrases}
            className="max-h-28 overflow-y-auto text-secondary"
            words={level.phrases}
            onWords={(phrases) => set(at, { phrases })}
          />
        </div>
      ))}
      <AddRow label={words.fit.add.level} onAdd={() => setLevels([...levels, { level: '', score: 0, phrases: [] }])} />
      <OtherRow
        label={label}
        tracks={tracks}
        value={factor.other}
        onNumber={(other) => onChange({ ...factor, other })}
      />
    </div>
  );
}
