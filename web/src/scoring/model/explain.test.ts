import { expect, test } from 'vitest';
import type { ScoringModel } from '../../data/setup/scoring-model.ts';
import { examplesOf } from './explain.ts';
import { mistakesOf } from './mistakes.ts';

const model: ScoringModel = {
  weights: { firmographic: 40, behavioral: 35, intent: 25 },
  thresholds: { salesReady: 90, hot: 70, warm: 50 },
  grades: { A: 90, B: 70, C: 50, D: 30 },
  activityWindowDays: 90,
  firmographic: {
    employeeCount: {
      ranges: [
        { min: 1, max: 50, score: 20 },
        { min: 51, score: 60 },
      ],
    },
    industry: { values: { software: 55 }, other: 5 },
  },
  behavioral: { meetings: { weight: 25, decayDays: 90 }, emailOpens: { weight: 3, decayDays: 30, max: 15 } },
  intent: { demoRequest: { points: 60, decayDays: 60, text: { one: 'Asked for a demo', many: '' } } },
};

test('the examples are scored as the server scores them', () => {
  expect(examplesOf(model).map(({ score, tier }) => [score, tier])).toEqual([
    [40, 'COLD'],
    [55, 'WARM'],
    [64, 'WARM'],
    [53, 'WARM'],
    [15, 'COLD'],
  ]);
  expect(examplesOf(model)[1]?.label).toBe('The same, and: asked for a demo');
});

test('a model without activities is still explained', () => {
  expect(examplesOf({ ...model, behavioral: {}, intent: {} })).toHaveLength(1);
});

test('a sound model has no mistakes, and each mistake stands at its place', () => {
  expect(mistakesOf(model).size).toBe(0);
  const wrong: ScoringModel = {
    ...model,
    weights: { firmographic: 40, behavioral: 35, intent: 30 },
    thresholds: { salesReady: 70, hot: 70, warm: 50 },
    grades: { A: 90, B: 70, C: 50, D: Number.NaN },
    firmographic: {
      employeeCount: {
        ranges: [
          { min: 1, score: 20 },
          { min: 51, score: 60 },
        ],
      },
    },
    behavioral: { meetings: { weight: 25, decayDays: 91 } },
  };
  expect(Object.fromEntries(mistakesOf(wrong))).toEqual({
    weights: 'The weights add up to 105 and must add up to 100.',
    thresholds: 'Sales ready must be above hot, and hot above warm.',
    grades: 'A number from 0 to 100 is needed.',
    'firmographic.employeeCount': 'Two ranges overlap.',
    'behavioral.meetings': 'It fades over 91 days, but only 90 days are looked at.',
  });
});
