import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { ActivityFactor } from '../../data/setup/scoring-model.ts';
import { nameFrom } from '../../fields/field-name.ts';
import { SettingsSection } from '../../settings/section.tsx';
import { scoringTexts as words } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/input.tsx';
import { ActivityRow } from './activity-row.tsx';
import { Mistake } from './part.tsx';
import type { PartProps } from './scoring-section.tsx';
import { type ActivityComponent, pointsName } from './worth.ts';

const begun = { points: 10, decayDays: 30 };
const keyFrom = (label: string) => nameFrom(label).slice(0, 50);

/** Which activities count, for how much, and how they fade. */
export function ActivityEditor({ model, mistakes, change, component }: PartProps & { component: ActivityComponent }) {
  const factors = model[component];
  const set = (name: string, factor: ActivityFactor) => change({ [component]: { ...factors, [name]: factor } });
  const remove = (name: string) => {
    const { [name]: _gone, ...rest } = factors;
    change({ [component]: rest });
  };
  const add = (label: string) =>
    set(keyFrom(label), {
      [pointsName[component]]: begun.points,
      decayDays: Math.min(begun.decayDays, model.activityWindowDays || begun.decayDays),
      text: { one: label, many: `${label}, {count} ×` },
    });
  const { title, text } = words.activity[component];
  return (
    <SettingsSection title={title} text={text}>
      <ul className="rounded-card border border-line">
        {Object.entries(factors).map(([name, factor]) => (
          <ActivityRow
            key={name}
            model={model}
            component={component}
            name={name}
            factor={factor}
            mistake={mistakes.get(`${component}.${name}`)}
            onChange={(next) => set(name, next)}
            onRemove={() => remove(name)}
          />
        ))}
        <li className="px-4 py-2">
          <AddFactor
            isTaken={(key) => Object.hasOwn(model.behavioral, key) || Object.hasOwn(model.intent, key)}
            onAdd={add}
          />
        </li>
      </ul>
    </SettingsSection>
  );
}

function AddFactor({ isTaken, onAdd }: { isTaken: (key: string) => boolean; onAdd: (label: string) => void }) {
  const [label, setLabel] = useState('');
  const key = keyFrom(label);
  const taken = key !== '' && isTaken(key);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!key || taken) return;
    onAdd(label.trim());
    setLabel('');
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-center gap-2">
      <Input
        aria-label={words.activity.name}
        placeholder={words.activity.name}
        maxLength={100}
        aria-invalid={taken || undefined}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
        className="max-w-nav"
      />
      <Button type="submit" icon={Plus} disabled={!key || taken}>
        {words.activity.add}
      </Button>
      <Mistake>{taken ? words.activity.nameTaken : undefined}</Mistake>
    </form>
  );
}
