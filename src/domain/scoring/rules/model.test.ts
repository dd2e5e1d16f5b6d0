import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultScoringModel } from './default-model.ts';
import { scoringModelSchema } from './model.ts';

const problems = (model: unknown) =>
  (scoringModelSchema.safeParse(model).error?.issues ?? []).map(({ message }) => message);

describe('a scoring model', () => {
  it('that ships is valid, and is what an empty one becomes', () => {
    expect(scoringModelSchema.parse(defaultScoringModel)).toEqual(defaultScoringModel);
    expect(scoringModelSchema.parse({})).toEqual(defaultScoringModel);
  });

  it('that ships gives a full fit 100 points inside the component', () => {
    const { employeeCount, annualRevenue, industry, titleSeniority, department } = defaultScoringModel.firmographic;
    const best = (scores: number[] = []) => Math.max(...scores);
    const ofRanges = [employeeCount, annualRevenue].map((factor) => best(factor?.ranges.map(({ score }) => score)));
    const ofValues = [industry, department].map((factor) => best(Object.values(factor?.values ?? {})));
    const ofLevels = best(titleSeniority?.levels.map(({ score }) => score));
    expect([...ofRanges, ...ofValues, ofLevels].reduce((sum, score) => sum + score)).toBe(100);
  });

  it('is refused when the weights do not add up to 100, and told their sum', () => {
    expect(problems({ weights: { firmographic: 40, behavioral: 30, intent: 25 } })).toEqual([
      'The weights must add up to 100; 40 + 30 + 25 is 95.',
    ]);
  });

  it('is taken exactly when the weights add up to 100', () => {
    const weight = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(weight, weight, weight, (firmographic, behavioral, intent) => {
        const { success } = scoringModelSchema.safeParse({ weights: { firmographic, behavioral, intent } });
        expect(success).toBe(firmographic + behavioral + intent === 100);
      }),
    );
    expect(problems({ weights: { firmographic: 33.3, behavioral: 33.3, intent: 33.4 } })).toEqual([]);
    expect(problems({ weights: { firmographic: 150, behavioral: -75, intent: 25 } })).not.toEqual([]);
  });

  it.each([
    [
      { thresholds: { salesReady: 70, hot: 70, warm: 50 } },
      'The thresholds must fall: salesReady above hot, hot above warm.',
    ],
    [{ grades: { A: 90, B: 95, C: 50, D: 30 } }, 'The grades must fall'],
    [
      { firmographic: { employeeCount: { ranges: [{ min: 10, max: 1, score: 5 }] } } },
      'The range 10–1 ends before it begins.',
    ],
    [
      {
        firmographic: {
          employeeCount: {
            ranges: [
              { min: 1, score: 5 },
              { min: 50, max: 60, score: 5 },
            ],
          },
        },
      },
      'The ranges 1 and more and 50–60 overlap.',
    ],
    [{ behavioral: { calls: { weight: 5, decayDays: 120 } } }, 'calls decays over 120 days, but only the last 90 days'],
    [
      { behavioral: { webVisits: { weight: 5, decayDays: 9, activityTypes: ['Pricing page view'] } } },
      'Activities of the type pricing_page_view are counted by webVisits and by pricingPageView',
    ],
    [{ behavioral: { 'E-Mail opens': { weight: 5, decayDays: 9 } } }, 'camelCase'],
    [{ wieghts: {} }, 'wieghts'],
  ])('is refused with a sentence: %j', (model, message) => {
    const error = scoringModelSchema.safeParse(model).error;
    expect(JSON.stringify(error?.issues)).toContain(message);
  });

  it('is refused when it is nothing of the kind', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer(), fc.array(fc.anything()), fc.constant(null)), (input) => {
        expect(scoringModelSchema.safeParse(input).success).toBe(false);
      }),
    );
  });
});
