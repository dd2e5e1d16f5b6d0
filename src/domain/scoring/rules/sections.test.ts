import { expect, it } from 'vitest';
import { defaultScoringModel as model } from './default-model.ts';
import { changedSections } from './sections.ts';

it('names the sections that differ, whatever the order of their keys', () => {
  const weights = { intent: 25, behavioral: 35, firmographic: 40 };
  expect(changedSections(model, { ...model, weights })).toEqual([]);
  const grades = { ...model.grades, A: 95 };
  expect(changedSections(model, { ...model, grades, activityWindowDays: 60 }).sort()).toEqual([
    'activityWindowDays',
    'grades',
  ]);
});
