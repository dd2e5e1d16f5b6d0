import { type Extra, extrasOf } from './criteria/extras.ts';
import type { RangeFactor, ScoringModel, ValueFactor } from './model.ts';
import { phraseFinder } from './text/phrases.ts';
import { activityTypeKey, plainWords } from './text/words.ts';
import { type SeniorityLevel, seniorityFinder } from './titles/seniority.ts';

const dayMs = 86_400_000;
const rememberedTypes = 10_000;

export type Range = RangeFactor['ranges'][number];
export type ValueMatch = { named: boolean; score: number };

export type ActivityFactor = {
  component: 'behavioral' | 'intent';
  name: string;
  pointsEach: number;
  decayMs: number;
  maxPoints: number;
  text: { one: string; many: string } | undefined;
};

/** A model made ready to be applied millions of times. */
export type CompiledModel = {
  model: ScoringModel;
  employeeCount: readonly Range[];
  annualRevenue: readonly Range[];
  industry: ((text: string) => ValueMatch) | undefined;
  title: ((text: string) => SeniorityLevel) | undefined;
  department: ((text: string) => ValueMatch) | undefined;
  country: ((text: string) => ValueMatch) | undefined;
  activityFactors: readonly ActivityFactor[];
  /** The place of a type in `activityFactors`, or -1 when it gives no points. */
  slotOf: (type: string) => number;
  /** What gives points beside facts and activities: criteria, the ideal customer, deals. */
  extras: readonly Extra[];
  /** Scratch space for the points of each activity factor: saves an allocation a score, never read across calls. */
  sums: Float64Array;
};

const compiledModels = new WeakMap<ScoringModel, CompiledModel>();

/** Compiled once an object: whoever changes a model makes a new one. */
export function compiled(model: ScoringModel): CompiledModel {
  let found = compiledModels.get(model);
  if (!found) {
    found = compile(model);
    compiledModels.set(model, found);
  }
  return found;
}

function compile(model: ScoringModel): CompiledModel {
  const { employeeCount, annualRevenue, industry, titleSeniority, department, country } = model.firmographic;
  const activityFactors = [
    ...Object.entries(model.behavioral).map(([name, factor]) =>
      activityFactor('behavioral', name, factor.weight, factor),
    ),
    ...Object.entries(model.intent).map(([name, factor]) => activityFactor('intent', name, factor.points, factor)),
  ];
  return {
    model,
    employeeCount: employeeCount?.ranges ?? [],
    annualRevenue: annualRevenue?.ranges ?? [],
    industry: industry && valueFinder(industry, phraseFinder(matches(industry))),
    title: titleSeniority && titleFinder(titleSeniority),
    department: department && valueFinder(department, phraseFinder(matches(department))),
    country: country && valueFinder(country, wholeFinder(matches(country))),
    activityFactors,
    slotOf: slotFinder(model, activityFactors),
    extras: extrasOf(model),
    sums: new Float64Array(activityFactors.length),
  };
}

function activityFactor(
  component: 'behavioral' | 'intent',
  name: string,
  pointsEach: number,
  { decayDays, max, text }: ScoringModel['behavioral'][string] | ScoringModel['intent'][string],
): ActivityFactor {
  return { component, name, pointsEach, decayMs: decayDays * dayMs, maxPoints: max ?? 100, text };
}

function matches({ values }: ValueFactor): [string, ValueMatch][] {
  return Object.entries(values).map(([value, score]) => [value, { named: true, score }]);
}

function valueFinder(factor: ValueFactor, find: (text: string) => ValueMatch | undefined) {
  const other: ValueMatch = { named: false, score: factor.other };
  return (text: string) => find(text) ?? other;
}

/** Country codes are too short to be looked for inside a text: "in" is India only when nothing else stands there. */
function wholeFinder(entries: readonly [string, ValueMatch][]) {
  const known = new Map(entries.map(([value, match]) => [plainWords(value), match]));
  return (text: string) => known.get(plainWords(text));
}

function titleFinder(factor: NonNullable<ScoringModel['firmographic']['titleSeniority']>) {
  const find = seniorityFinder(factor);
  const other: SeniorityLevel = { level: '', score: factor.other };
  return (title: string) => find(title) ?? other;
}

function slotFinder(model: ScoringModel, factors: readonly ActivityFactor[]): (type: string) => number {
  const slots = new Map<string, number>();
  for (const [slot, { component, name }] of factors.entries()) {
    for (const type of model[component][name]?.activityTypes ?? [name]) slots.set(activityTypeKey(type), slot);
  }
  const asWritten = new Map<string, number>();
  return (type) => {
    const known = asWritten.get(type);
    if (known !== undefined) return known;
    const slot = slots.get(activityTypeKey(type)) ?? -1;
    if (asWritten.size < rememberedTypes) asWritten.set(type, slot);
    return slot;
  };
}
