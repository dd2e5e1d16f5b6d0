import { expect, it } from 'vitest';
import { defaultScoringModel as model } from './default-model.ts';
import { scoreNew } from './first-score.ts';

it('gives the fields of a contact, by what is known of somebody new', () => {
  expect(scoreNew(model, { title: 'CEO' })).toEqual({ leadScore: 12, scoreTier: 'COLD', scoreGrade: 'F' });
  expect(scoreNew(model, {})).toEqual({ leadScore: 0, scoreTier: 'COLD', scoreGrade: 'F' });
  const firmographicAlone = { ...model, weights: { firmographic: 100, behavioral: 0, intent: 0 } };
  const ideal = { title: 'CEO', department: 'Sales', industry: 'Software', employeeCount: 500, annualRevenue: 60e6 };
  expect(scoreNew(firmographicAlone, ideal)).toEqual({ leadScore: 100, scoreTier: 'SALES_READY', scoreGrade: 'A' });
});
