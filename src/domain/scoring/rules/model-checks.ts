import type { ScoringModel } from './model.ts';
import { activityTypeKey } from './text/words.ts';

type Finding = { path: string[]; message: string };
type Range = { min: number; max?: number | undefined };

const shown = ({ min, max }: Range) => (max === undefined ? `${min} and more` : `${min}–${max}`);

/** One sentence for each range that is upside down or covers a number that an earlier one covers. */
export function overlappingRanges(ranges: readonly Range[]): string[] {
  const messages = ranges
    .filter(({ min, max }) => max !== undefined && max < min)
    .map((range) => `The range ${shown(range)} ends before it begins.`);
  const sorted = [...ranges].sort((a, b) => a.min - b.min);
  for (const [index, next] of sorted.entries()) {
    const range = sorted[index - 1];
    if (range && (range.max === undefined || range.max >= next.min)) {
      messages.push(`The ranges ${shown(range)} and ${shown(next)} overlap.`);
    }
  }
  return messages;
}

/** Decay that outlives the window would end in a jump, since older activities are not read at all. */
export function tooLongDecays(model: ScoringModel): Finding[] {
  return activityFactors(model)
    .filter(({ decayDays }) => decayDays > model.activityWindowDays)
    .map(({ component, name, decayDays }) => ({
      path: [component, name, 'decayDays'],
      message: `${name} decays over ${decayDays} days, but only the last ${model.activityWindowDays} days are looked at.`,
    }));
}

/** An activity counts in one factor only; a type that two factors claim would count by accident of order. */
export function ambiguousActivityTypes(model: ScoringModel): Finding[] {
  const owners = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { component, name, activityTypes } of activityFactors(model)) {
    for (const type of activityTypes ?? [name]) {
      const owner = owners.get(activityTypeKey(type));
      if (owner === undefined) owners.set(activityTypeKey(type), name);
      else if (owner !== name) {
        const message = `Activities of the type ${type} are counted by ${owner} and by ${name}; leave one of them out.`;
        findings.push({ path: [component, name], message });
      }
    }
  }
  return findings;
}

/** A reason says which rule it comes from, so each has a name of its own. */
export function twiceNamedRules({ rules }: ScoringModel): Finding[] {
  const seen = new Set<string>();
  return rules.flatMap(({ name }, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ path: ['rules', String(index), 'name'], message: `Two rules are called ${name}.` }];
  });
}

function activityFactors(model: ScoringModel) {
  return (['behavioral', 'intent'] as const).flatMap((component) =>
    Object.entries(model[component]).map(([name, { decayDays, activityTypes }]) => ({
      component,
      name,
      decayDays,
      activityTypes,
    })),
  );
}
