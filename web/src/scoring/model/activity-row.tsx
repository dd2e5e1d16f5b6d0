import { ChevronDown, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ActivityFactor, ScoringModel } from '../../data/setup/scoring-model.ts';
import { scoringTexts as words } from '../../texts/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { NumberInput } from '../../ui/forms/number-input.tsx';
import { WordsInput } from '../../ui/forms/words-input.tsx';
import { Input } from '../../ui/input.tsx';
import { factorName } from './factor-name.ts';
import { Mistake } from './part.tsx';
import { type ActivityComponent, pointsName, pointsOf, worthOfOne } from './worth.ts';

interface ActivityRowProps {
  model: ScoringModel;
  component: ActivityComponent;
  name: string;
  factor: ActivityFactor;
  mistake: string | undefined;
  onChange: (factor: ActivityFactor) => void;
  onRemove: () => void;
}

/** One kind of activity that counts, with what that comes to in words. */
export function ActivityRow(props: ActivityRowProps) {
  const { model, component, name, factor, mistake, onChange, onRemove } = props;
  const [open, setOpen] = useState(false);
  const title = factorName(name, factor);
  const of = (what: string) => words.activity.of(what, title);
  return (
    <li className="grid gap-2 border-line border-b px-4 py-3">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <div className="min-w-0 grow basis-full self-center tab:basis-52">
          <p className="font-medium">{title}</p>
          <p className="text-pretty text-secondary text-xs">{sentence(model, component, factor)}</p>
        </div>
        <Small label={words.activity.points}>
          <NumberInput
            aria-label={of(words.activity.points)}
            className="tabular text-right"
            value={pointsOf(component, factor)}
            onNumber={(points) => onChange({ ...factor, [pointsName[component]]: points ?? Number.NaN })}
          />
        </Small>
        <Small label={words.activity.decay}>
          <NumberInput
            aria-label={of(words.activity.decay)}
            className="tabular text-right"
            value={factor.decayDays}
            onNumber={(days) => onChange({ ...factor, decayDays: days ?? Number.NaN })}
          />
        </Small>
        <Small label={words.activity.max}>
          <NumberInput
            aria-label={of(words.activity.max)}
            className="tabular text-right"
            placeholder={words.activity.noMax}
            value={factor.max}
            onNumber={(max) => onChange(withMax(factor, max))}
          />
        </Small>
        <span className="flex">
          <IconButton
            icon={ChevronDown}
            label={words.activity.details(title)}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="aria-expanded:*:rotate-180"
          />
          <IconButton icon={Trash2} label={words.activity.remove(title)} onClick={onRemove} />
        </span>
      </div>
      {mistake && <Mistake>{mistake}</Mistake>}
      {open && <Details name={name} factor={factor} onChange={onChange} />}
    </li>
  );
}

function Small({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="grid w-16 grow gap-0.5 tab:w-20 tab:grow-0">
      <span aria-hidden className="text-secondary text-xs">
        {label}
      </span>
      {children}
    </div>
  );
}

function Details({ name, factor, onChange }: Pick<ActivityRowProps, 'name' | 'factor' | 'onChange'>) {
  const text = factor.text ?? { one: '', many: '' };
  const withText = (part: Partial<typeof text>) => {
    const next = { ...text, ...part };
    const { text: _before, ...rest } = factor;
    onChange(next.one || next.many ? { ...rest, text: next } : rest);
  };
  return (
    <div className="grid gap-3 pb-1 tab:grid-cols-2">
      <Field label={words.activity.one}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={200}
            value={text.one}
            onChange={(event) => withText({ one: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.activity.many}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={200}
            value={text.many}
            onChange={(event) => withText({ many: event.target.value })}
          />
        )}
      </Field>
      <div className="tab:col-span-2">
        <Field label={words.activity.types}>
          {(ids) => (
            <WordsInput
              {...ids}
              words={factor.activityTypes ?? [name]}
              onWords={(types) => {
                const { activityTypes: _before, ...rest } = factor;
                onChange(types.length > 0 ? { ...rest, activityTypes: types } : rest);
              }}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

function withMax(factor: ActivityFactor, max: number | undefined): ActivityFactor {
  const { max: _before, ...rest } = factor;
  return max === undefined ? rest : { ...rest, max };
}

/** "One today adds 9 points to the score, half of that after 45 days, nothing after 90. From the 3rd on no more is added." */
function sentence(model: ScoringModel, component: ActivityComponent, factor: ActivityFactor): string {
  const points = pointsOf(component, factor);
  const one = worthOfOne(model, component, factor, 0);
  if (!(one > 0)) return words.activity.nothing;
  const says = words.activity.says(one, Math.round(factor.decayDays / 2), factor.decayDays);
  const most = Math.min(100, factor.max ?? 100);
  const full = Math.ceil(most / points - 1e-9) + 1;
  return full > 50 ? says : `${says} ${words.activity.full(full)}`;
}
