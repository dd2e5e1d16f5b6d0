import { expect, test } from 'vitest';
import { movesOf } from './moves.ts';

const day = {
  day: '2026-11-01',
  currency: 'USD',
  commit: '0',
  bestCase: '0',
  pipeline: '500',
  closed: '0',
  weighted: '250',
  deals: 1,
};

test('a day says how what is expected moved since the day before', () => {
  const [second, first] = movesOf([{ ...day, day: '2026-11-02', closed: '100', weighted: '50' }, day]);
  expect(second).toMatchObject({ day: '2026-11-02', closed: '1.00', expected: '1.50', moved: '-1.00' });
  expect(first).toMatchObject({ expected: '2.50', moved: null });
});

test('amounts of two currencies are not compared, and each has its own digits', () => {
  const [now] = movesOf([{ ...day, currency: 'JPY' }, day]);
  expect(now).toMatchObject({ currency: 'JPY', pipeline: '500', moved: null });
});
