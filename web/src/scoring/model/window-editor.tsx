import { scoringTexts as words } from '../../texts/index.ts';
import { Field } from '../../ui/field.tsx';
import { NumberInput } from '../../ui/forms/number-input.tsx';
import type { PartProps } from './scoring-section.tsx';

/** How far back activities are looked at. */
export function WindowEditor({ model, mistakes, change }: PartProps) {
  return (
    <section className="grid gap-3">
      <h3 className="font-semibold">{words.window.title}</h3>
      <div className="w-nav">
        <Field label={words.window.label} hint={words.window.hint} error={mistakes.get('activityWindowDays')}>
          {(ids) => (
            <NumberInput
              {...ids}
              value={model.activityWindowDays}
              onNumber={(value) => change({ activityWindowDays: value ?? Number.NaN })}
            />
          )}
        </Field>
      </div>
    </section>
  );
}
