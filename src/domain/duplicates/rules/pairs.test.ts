import { expect, test } from 'vitest';
import { pairsOf } from './pairs.ts';

test('a pair is told once, with all that it has in common', () => {
  const found = pairsOf([
    { recordId: 'b', otherId: 'a', reason: 'roleEmail' },
    { recordId: 'a', otherId: 'b', reason: 'phone' },
    { recordId: 'a', otherId: 'b', reason: 'phone' },
    { recordId: 'c', otherId: 'c', reason: 'phone' },
  ]);
  expect(found).toEqual([{ firstId: 'a', secondId: 'b', reasons: ['phone', 'roleEmail'] }]);
});
