import type { ScoringModel } from '../../data/setup/scoring-model.ts';
import type { Tier } from '../../data/types.ts';
import { scoringTexts as words } from '../../texts/index.ts';
import { Field } from '../../ui/field.tsx';
import { NumberInput } from '../../ui/forms/number-input.tsx';
import { TierMark } from '../tier-mark.tsx';
import { tierName } from '../tiers.ts';
import { Part } from './part.tsx';
import type { PartProps } from './scoring-section.tsx';

const thresholds: { name: keyof ScoringModel['thresholds']; tier: Tier; fill: string }[] = [
  { name: 'warm', tier: 'WARM', fill: 'bg-warm' },
  { name: 'hot', tier: 'HOT', fill: 'bg-hot' },
  { name: 'salesReady', tier: 'SALES_READY', fill: 'bg-sales-ready' },
];
const grades = ['A', 'B', 'C', 'D'] as const;

/** From which score on a contact is warm, hot or sales ready, and which grade it has. */
export function TiersEditor({ model, mistakes, change }: PartProps) {
  return (
    <Part
      title={words.tiers.title}
      text={words.tiers.text}
      mistake={mistakes.get('thresholds') ?? mistakes.get('grades')}
    >
      <Scale model={model} />
      <div className="grid grid-cols-3 items-end gap-3">
        {thresholds.map(({ name, tier }) => (
          <Field key={name} label={words.tiers.from(tierName(tier))} action={<TierMark tier={tier} />}>
            {(ids) => (
              <NumberInput
                {...ids}
                aria-invalid={mistakes.has('thresholds') || undefined}
                value={model.thresholds[name]}
                onNumber={(value) => change({ thresholds: { ...model.thresholds, [name]: value ?? Number.NaN } })}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="grid grid-cols-4 gap-3">
        {grades.map((grade) => (
          <Field key={grade} label={words.tiers.grade(grade)}>
            {(ids) => (
              <NumberInput
                {...ids}
                aria-invalid={mistakes.has('grades') || undefined}
                value={model.grades[grade]}
                onNumber={(value) => change({ grades: { ...model.grades, [grade]: value ?? Number.NaN } })}
              />
            )}
          </Field>
        ))}
      </div>
      <p className="text-secondary text-xs">{words.tiers.rest}</p>
    </Part>
  );
}

/** The tiers side by side, as wide as the scores that they hold. */
function Scale({ model }: { model: ScoringModel }) {
  const { warm, hot, salesReady } = model.thresholds;
  const ends = [warm, hot, salesReady, 101];
  const bands = (['COLD', 'WARM', 'HOT', 'SALES_READY'] as const).map((tier, at) => ({
    tier,
    from: at === 0 ? 0 : (ends[at - 1] ?? 0),
    to: (ends[at] ?? 0) - 1,
  }));
  if (bands.some(({ from, to }) => !(to >= from))) return null;
  const spoken = bands.map(({ tier, from, to }) => words.tiers.range(from, to, tierName(tier))).join(', ');
  return (
    <div role="img" aria-label={words.tiers.scale(spoken)} className="flex gap-0.5">
      {bands.map(({ tier, from, to }) => (
        <div key={tier} className="min-w-0" style={{ inlineSize: `${to - from + 1}%` }}>
          <div className={`h-1.5 rounded-full ${thresholds.find((one) => one.tier === tier)?.fill ?? 'bg-cold'}`} />
          <div className="tabular truncate pt-1 text-secondary text-xs">{from}</div>
        </div>
      ))}
    </div>
  );
}
