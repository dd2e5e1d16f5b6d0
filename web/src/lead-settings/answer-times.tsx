import { useState } from 'react';
import type { LeadSettings } from '../data/setup/lead-settings.ts';
import type { Tier } from '../data/types.ts';
import { TierChip } from '../scoring/tier-mark.tsx';
import { texts, leadSettingsTexts as words } from '../texts/index.ts';
import { NumberInput } from '../ui/forms/number-input.tsx';
import { Select } from '../ui/input.tsx';

const minutesIn = { minutes: 1, hours: 60, days: 1440 };
type Unit = keyof typeof minutesIn;
const tiers: Tier[] = ['SALES_READY', 'HOT', 'WARM', 'COLD'];

/** The largest unit of which it is a whole number. */
function unitOf(minutes: number): Unit {
  if (minutes % minutesIn.days === 0) return 'days';
  return minutes % minutesIn.hours === 0 ? 'hours' : 'minutes';
}

interface AnswerTimesProps {
  times: LeadSettings['answerWithinMinutes'];
  mistakes: ReadonlyMap<number | string, string>;
  onChange: (times: LeadSettings['answerWithinMinutes']) => void;
}

/** How long leads may wait, by how good they are. */
export function AnswerTimes({ times, mistakes, onChange }: AnswerTimesProps) {
  return (
    <ul className="max-w-form divide-y divide-line rounded-card border border-line">
      {tiers.map((tier) => (
        <li key={tier} className="grid gap-1 px-3 py-2">
          <AnswerTime
            tier={tier}
            minutes={times[tier]}
            onMinutes={(minutes) => onChange({ ...times, [tier]: minutes })}
          />
          {mistakes.has(tier) && <p className="text-danger-text text-xs">{mistakes.get(tier)}</p>}
        </li>
      ))}
    </ul>
  );
}

function AnswerTime({
  tier,
  minutes,
  onMinutes,
}: {
  tier: Tier;
  minutes: number;
  onMinutes: (minutes: number) => void;
}) {
  const [unit, setUnit] = useState(() => unitOf(minutes));
  const each = minutesIn[unit];
  const name = texts.tiers[tier];
  return (
    <div className="flex items-center gap-2">
      <span className="grow">
        <TierChip tier={tier} />
      </span>
      <span className="w-20">
        <NumberInput
          aria-label={words.amount(name)}
          className="tabular text-right"
          value={minutes / each}
          onNumber={(amount) => onMinutes((amount ?? Number.NaN) * each)}
        />
      </span>
      <Select
        aria-label={words.unit(name)}
        className="w-28"
        value={unit}
        onChange={({ target }) => {
          const next = target.value as Unit;
          setUnit(next);
          onMinutes((minutes / each) * minutesIn[next]);
        }}
      >
        {Object.entries(words.units).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
}
