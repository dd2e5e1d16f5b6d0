import { z } from 'zod';
import { type Condition, mistakesIn } from './criteria/conditions.ts';
import { defaultScoringModel } from './default-model.ts';
import { ambiguousActivityTypes, overlappingRanges, tooLongDecays, twiceNamedRules } from './model-checks.ts';

const points = z.number().min(0).max(100);
const days = z.number().min(1).max(365);
const word = z.string().trim().min(1).max(100);
const factorName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,49}$/, 'A factor is named in camelCase, for example websiteVisits.');

const rangesSchema = z
  .array(z.strictObject({ min: z.number().min(0), max: z.number().min(0).optional(), score: points }))
  .max(50)
  .superRefine((ranges, context) => {
    for (const message of overlappingRanges(ranges)) context.addIssue({ code: 'custom', message });
  });
const rangeFactorSchema = z.strictObject({ ranges: rangesSchema });
const valueFactorSchema = z.strictObject({ values: z.record(word, points), other: points.default(0) });
const seniorityFactorSchema = z.strictObject({
  levels: z.array(z.strictObject({ level: word, score: points, phrases: z.array(word).max(500) })).max(20),
  other: points.default(0),
});

const conditionSchema = z
  .custom<Condition>()
  .superRefine((condition, context) => {
    for (const message of mistakesIn(condition).slice(0, 5)) context.addIssue({ code: 'custom', message });
  })
  .meta({ description: 'As the filter of a list: {"account.country":{"in":["DE","AT"]}}.' });
const ruleSchema = z.strictObject({
  name: factorName,
  component: z.enum(['firmographic', 'behavioral', 'intent']).default('firmographic'),
  points: z.number().min(-100).max(100),
  when: conditionSchema,
  text: z.string().trim().min(1).max(200),
});
/** The ideal customer: how many of these criteria somebody meets, by their weights, is the share of the points. */
const icpSchema = z.strictObject({
  points,
  criteria: z
    .array(z.strictObject({ name: word, when: conditionSchema, weight: z.number().positive().max(100).default(1) }))
    .min(1)
    .max(50),
});
const dealsSchema = z.strictObject({ points });

const activityFactor = {
  decayDays: days,
  max: points.optional(),
  activityTypes: z.array(word).min(1).max(50).optional(),
  text: z.strictObject({ one: z.string().max(200), many: z.string().max(200) }).optional(),
};
const behavioralFactorSchema = z.strictObject({ weight: points, ...activityFactor });
const intentFactorSchema = z.strictObject({ points, ...activityFactor });

const weightsSchema = z
  .strictObject({ firmographic: points, behavioral: points, intent: points })
  .superRefine(({ firmographic, behavioral, intent }, context) => {
    const sum = firmographic + behavioral + intent;
    if (Math.abs(sum - 100) < 1e-6) return;
    const shown = Number(sum.toFixed(4));
    const message = `The weights must add up to 100; ${firmographic} + ${behavioral} + ${intent} is ${shown}.`;
    context.addIssue({ code: 'custom', message });
  });

const thresholdsSchema = z
  .strictObject({ salesReady: points, hot: points, warm: points })
  .refine(({ salesReady, hot, warm }) => salesReady > hot && hot > warm, {
    message: 'The thresholds must fall: salesReady above hot, hot above warm.',
  });

const gradesSchema = z
  .strictObject({ A: points, B: points, C: points, D: points })
  .refine(({ A, B, C, D }) => A > B && B > C && C > D, {
    message: 'The grades must fall: A above B, B above C, C above D. Whatever is below D is F.',
  });

/**
 * A scoring model as it is stored and edited. A section that is left out is the shipped one.
 * Weights are percent, points are those inside a component (0–100), times are days.
 */
export const scoringModelSchema = z
  .strictObject({
    weights: weightsSchema.default(() => defaultScoringModel.weights),
    thresholds: thresholdsSchema.default(() => defaultScoringModel.thresholds),
    grades: gradesSchema.default(() => defaultScoringModel.grades),
    activityWindowDays: days.default(() => defaultScoringModel.activityWindowDays),
    firmographic: z
      .strictObject({
        employeeCount: rangeFactorSchema.optional(),
        annualRevenue: rangeFactorSchema.optional(),
        industry: valueFactorSchema.optional(),
        titleSeniority: seniorityFactorSchema.optional(),
        department: valueFactorSchema.optional(),
        country: valueFactorSchema.optional(),
      })
      .default(() => defaultScoringModel.firmographic),
    behavioral: z.record(factorName, behavioralFactorSchema).default(() => defaultScoringModel.behavioral),
    intent: z.record(factorName, intentFactorSchema).default(() => defaultScoringModel.intent),
    deals: dealsSchema
      .default(() => defaultScoringModel.deals)
      .meta({ description: 'Intent by the open deal that has come furthest: the points times its probability.' }),
    rules: z
      .array(ruleSchema)
      .max(200)
      .default(() => defaultScoringModel.rules)
      .meta({ description: 'Points for whoever meets a condition, with the sentence that says why.' }),
    icp: icpSchema.optional().meta({ description: 'The ideal customer, as criteria with weights.' }),
  })
  .superRefine((model, context) => {
    for (const { path, message } of [
      ...tooLongDecays(model),
      ...ambiguousActivityTypes(model),
      ...twiceNamedRules(model),
    ]) {
      context.addIssue({ code: 'custom', path, message });
    }
  });

export type ScoringModel = z.output<typeof scoringModelSchema>;
export type RangeFactor = z.output<typeof rangeFactorSchema>;
export type ValueFactor = z.output<typeof valueFactorSchema>;
export type SeniorityFactor = z.output<typeof seniorityFactorSchema>;
