import { ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Firmographic, RangeFactor, SeniorityFactor, ValueFactor } from '../../data/setup/scoring-model.ts';
import { SettingsSection } from '../../settings/section.tsx';
import { scoringTexts as words } from '../../texts/index.ts';
import { Switch } from '../../ui/checkbox.tsx';
import { cx } from '../../ui/cx.ts';
import { LevelRows } from './level-rows.tsx';
import { Mistake } from './part.tsx';
import { RangeRows } from './range-rows.tsx';
import type { PartProps } from './scoring-section.tsx';
import { ValueRows } from './value-rows.tsx';
import { mostOf, perfectFit } from './worth.ts';

type FactorName = keyof Firmographic;
type Factor = RangeFactor | ValueFactor | SeniorityFactor;

/** What each factor begins with when it has never counted. */
const begun: { [Name in FactorName]-?: NonNullable<Firmographic[Name]> } = {
  employeeCount: { ranges: [{ min: 1, score: 10 }] },
  annualRevenue: { ranges: [{ min: 1, score: 10 }] },
  industry: { values: {}, other: 5 },
  titleSeniority: { levels: [], other: 5 },
  department: { values: {}, other: 5 },
  country: { values: {}, other: 5 },
};
const names = Object.keys(begun) as FactorName[];

/** The points of what people and companies are. */
export function FitEditor({ model, mistakes, change }: PartProps) {
  const set = (name: FactorName, factor: Factor | undefined) => {
    const { [name]: _gone, ...rest } = model.firmographic;
    change({ firmographic: factor ? { ...rest, [name]: factor } : rest });
  };
  return (
    <SettingsSection title={words.fit.title} text={`${words.fit.text} ${words.fit.sum(perfectFit(model))}`}>
      <ul className="rounded-card border border-line">
        {names.map((name) => (
          <FactorRow
            key={name}
            name={name}
            factor={model.firmographic[name]}
            mistake={mistakes.get(`firmographic.${name}`)}
            onChange={(factor) => set(name, factor)}
          />
        ))}
      </ul>
    </SettingsSection>
  );
}

interface FactorRowProps {
  name: FactorName;
  factor: Factor | undefined;
  mistake: string | undefined;
  onChange: (factor: Factor | undefined) => void;
}

function FactorRow({ name, factor, mistake, onChange }: FactorRowProps) {
  const [open, setOpen] = useState(false);
  // What was switched off comes back as it was.
  const before = useRef<Factor>(begun[name]);
  const label = words.fit.factors[name];
  const toggle = () => {
    if (factor) before.current = factor;
    onChange(factor ? undefined : before.current);
    setOpen(!factor);
  };
  return (
    <li className="border-line border-b last:border-0">
      <div className="flex items-center gap-3 px-4 py-1.5">
        <button
          type="button"
          aria-expanded={open && factor !== undefined}
          disabled={!factor}
          onClick={() => setOpen(!open)}
          className="flex min-h-control min-w-0 grow items-center gap-2 rounded-control text-left"
        >
          <ChevronRight
            aria-hidden
            className={cx(
              'text-secondary transition-transform',
              open && factor && 'rotate-90',
              !factor && 'opacity-40',
            )}
          />
          <span className="grow font-medium">{label}</span>
          <span className="text-secondary">{factor ? words.fit.upTo(mostOf(factor)) : words.fit.off}</span>
        </button>
        <Switch aria-label={words.fit.count(label)} checked={factor !== undefined} onChange={toggle} />
      </div>
      {mistake && (
        <div className="px-4 pb-2">
          <Mistake>{mistake}</Mistake>
        </div>
      )}
      {open && factor && (
        <div className="px-4 pb-4">
          <FactorRows label={label} factor={factor} onChange={onChange} />
        </div>
      )}
    </li>
  );
}

function FactorRows({
  label,
  factor,
  onChange,
}: {
  label: string;
  factor: Factor;
  onChange: (factor: Factor) => void;
}) {
  if ('ranges' in factor) return <RangeRows label={label} factor={factor} onChange={onChange} />;
  if ('levels' in factor) return <LevelRows label={label} factor={factor} onChange={onChange} />;
  return <ValueRows label={label} factor={factor} onChange={onChange} />;
}
