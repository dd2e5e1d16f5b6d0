import fc from 'fast-check';
import { defaultScoringModel } from './default-model.ts';
import { type ScoringModel, scoringModelSchema } from './model.ts';
import type { ScoredActivity, ScoredSubject } from './subject.ts';

export const now = new Date('2026-11-15T12:00:00Z');
export const dayMs = 86_400_000;
export const daysAgo = (days: number) => now.getTime() - days * dayMs;

const types = [...Object.values(defaultScoringModel.behavioral), ...Object.values(defaultScoringModel.intent)]
  .flatMap(({ activityTypes }) => activityTypes ?? [])
  .concat('task', 'constructor', '');

export const activities: fc.Arbitrary<ScoredActivity> = fc.record(
  {
    type: fc.constantFrom(...types),
    atMs: fc.integer({ min: daysAgo(100), max: now.getTime() }),
    count: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: ['type', 'atMs'] },
);

const texts = (...known: string[]) => fc.option(fc.oneof(fc.constantFrom(...known), fc.string()));

export const subjects: fc.Arbitrary<ScoredSubject> = fc.record(
  {
    employeeCount: fc.option(fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.double())),
    annualRevenue: fc.option(fc.oneof(fc.integer({ min: 0, max: 2_000_000_000 }), fc.double())),
    industry: texts('Software', 'Information Technology & Services', 'Retail', '__proto__'),
    title: texts('CEO', 'VP Sales', 'Head of IT', 'Assistant to the CEO', 'Vertriebsleiterin', '社長'),
    department: texts('Sales', 'Legal'),
    country: texts('DE'),
    activities: fc.array(activities, { maxLength: 30 }),
  },
  { requiredKeys: [] },
);

const weights = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .filter(([a, b]) => a + b <= 100)
  .map(([firmographic, behavioral]) => ({ firmographic, behavioral, intent: 100 - firmographic - behavioral }));

export const models: fc.Arbitrary<ScoringModel> = fc
  .record({
    weights,
    title: fc.integer({ min: 0, max: 100 }),
    opens: fc.record({ weight: fc.integer({ min: 0, max: 100 }), decayDays: fc.integer({ min: 1, max: 90 }) }),
  })
  .map(({ weights, title, opens }) =>
    scoringModelSchema.parse({
      ...defaultScoringModel,
      weights,
      firmographic: { ...defaultScoringModel.firmographic, titleSeniority: { levels: [], other: title } },
      behavioral: { ...defaultScoringModel.behavioral, emailOpens: { ...opens, activityTypes: ['email_opened'] } },
    }),
  );
