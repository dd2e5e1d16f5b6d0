import { expect, test } from 'vitest';
import { qualityOf } from '#domain/matching';
import { badValuesOf } from './bad-values.ts';

const facts = {
  kind: 'account' as const,
  hasDomain: true,
  hasIndustry: false,
  hasSize: true,
  hasCountry: true,
  hasCity: false,
  hasPhone: true,
};
const scoreWith = (badValues: number) => qualityOf({ facts, badValues, ageDays: 0, lookalikes: 0 }).score;

test.each([0, 1, 2, 3])('%i values that could not be read are seen in the stored quality', (bad) => {
  expect(badValuesOf(scoreWith(bad), scoreWith(0))).toBe(bad);
});

test('a stored quality above the flawless one means none', () => {
  expect(badValuesOf(90, 80)).toBe(0);
});
