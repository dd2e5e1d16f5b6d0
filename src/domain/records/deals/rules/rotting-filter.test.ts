import { expect, test } from 'vitest';
import { freshFilter, rottingFilter } from './rotting-filter.ts';

const now = new Date('2026-06-30T12:00:00Z');
const stage = (id: string, rottingDays: number | null, gone = false) => ({ id, rottingDays, gone });

test('stages with the same limit are asked for together', () => {
  const stages = [stage('a', 10), stage('b', 10), stage('c', 5), stage('d', null), stage('e', 5, true)];
  expect(rottingFilter(stages, now)).toEqual({
    or: [
      { and: [{ stageId: { in: ['a', 'b'] } }, { stageSince: { lte: '2026-06-20T12:00:00.000Z' } }] },
      { and: [{ stageId: { in: ['c'] } }, { stageSince: { lte: '2026-06-25T12:00:00.000Z' } }] },
    ],
  });
});

test('what does not rot came later, or is in a stage without a limit', () => {
  expect(freshFilter([stage('a', 10), stage('b', null)], now)).toEqual({
    or: [
      { and: [{ stageId: { in: ['a'] } }, { stageSince: { gt: '2026-06-20T12:00:00.000Z' } }] },
      { and: [{ stageId: { ne: 'a' } }] },
    ],
  });
});

test('where no stage has a limit nothing rots', () => {
  expect(freshFilter([stage('a', null)], now)).toEqual({ stageId: { empty: false } });
  expect(rottingFilter([stage('a', null)], now)).toEqual({ stageId: { empty: true } });
});
