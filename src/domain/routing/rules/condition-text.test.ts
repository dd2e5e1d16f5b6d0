import { expect, test } from 'vitest';
import { conditionText } from './condition-text.ts';

const labels: Record<string, string> = { country: 'Country', score: 'Score' };
const text = (filter: unknown) => conditionText(filter, (name) => labels[name] ?? name);

test.each([
  [undefined, ''],
  [{}, ''],
  [{ country: { eq: 'DE' } }, 'Country is DE'],
  [{ country: { in: ['DE', 'AT'] }, score: { gte: 70 } }, 'Country is one of DE, AT and Score is at least 70'],
  [
    { and: [{ or: [{ country: { eq: 'DE' } }, { country: { empty: true } }] }, { score: { lt: 9 } }] },
    '(Country is DE or Country is empty) and Score is below 9',
  ],
])('%j is said as: %s', (filter, expected) => {
  expect(text(filter)).toBe(expected);
});
