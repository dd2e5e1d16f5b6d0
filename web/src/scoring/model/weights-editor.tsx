import type { Component } from '../../data/types.ts';
import { recordTexts, scoringTexts as words } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { NumberInput } from '../../ui/forms/number-input.tsx';
import { Part } from './part.tsx';
import type { PartProps } from './scoring-section.tsx';
import { WeightsBar } from './weights-bar.tsx';

export const parts: { name: Component; fill: string }[] = [
  { name: 'firmographic', fill: 'bg-part-1' },
  { name: 'behavioral', fill: 'bg-part-2' },
  { name: 'intent', fill: 'bg-part-3' },
];

/** How much each component weighs: typed, or shifted on a bar that always adds up. */
export function WeightsEditor({ model, mistakes, change }: PartProps) {
  const { weights } = model;
  const set = (part: Partial<typeof weights>) => change({ weights: { ...weights, ...part } });
  const rest = 100 - weights.firmographic - weights.behavioral - weights.intent;
  const canFill = rest !== 0 && Number.isFinite(rest) && weights.intent + rest >= 0 && weights.intent + rest <= 100;
  return (
    <Part title={words.weights.title} text={words.weights.text} mistake={mistakes.get('weights')}>
      <WeightsBar weights={weights} onChange={set} />
      <div className="grid gap-2">
        {parts.map(({ name, fill }) => (
          <label key={name} className="flex items-center gap-2.5" data-tip={recordTexts.score.about[name]}>
            <span aria-hidden className={cx('size-2.5 shrink-0 rounded-full', fill)} />
            <span className="grow">{words.weights.parts[name]}</span>
            <span className="w-20 shrink-0">
              <NumberInput
                className="tabular text-right"
                value={weights[name]}
                aria-invalid={mistakes.has('weights') || undefined}
                onNumber={(value) => set({ [name]: value ?? Number.NaN })}
              />
            </span>
          </label>
        ))}
      </div>
      {canFill && (
        <Button small className="justify-self-start" onClick={() => set({ intent: weights.intent + rest })}>
          {words.weights.fill(weights.intent + rest)}
        </Button>
      )}
    </Part>
  );
}
