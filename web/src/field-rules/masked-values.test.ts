import { expect, test } from 'vitest';
import { readValue } from '../data/values.ts';

const record = { id: 'ct_1', version: 1, name: 'Ana', createdAt: '', updatedAt: '', leadScore: null, customFields: {} };

test('a masked value is read as its mask, whatever it is of', () => {
  const masked = { ...record, masked: ['leadScore', 'custom.salary'] };
  expect([readValue(masked, 'leadScore'), readValue(masked, 'custom.salary')]).toEqual(['••••••', '••••••']);
  expect([readValue(record, 'leadScore'), readValue(record, 'custom.salary')]).toEqual([null, null]);
});
