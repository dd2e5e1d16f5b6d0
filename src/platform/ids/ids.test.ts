import { expect, test } from 'vitest';
import { systemClock } from '#platform/clock';
import { createIds, parseId, publicId, timeOfId, tryParseId } from './index.ts';

test('ids of one process ascend and never repeat', () => {
  const ids = createIds(systemClock);
  const made = Array.from({ length: 20_000 }, () => ids.next());
  expect(new Set(made).size).toBe(made.length);
  expect([...made].sort()).toEqual(made);
});

test('an id carries its moment', () => {
  const at = new Date('2026-11-21T10:00:00.123Z');
  expect(timeOfId(createIds({ now: () => at }).next())).toEqual(at);
});

test('a prefixed id and a bare UUID name the same record', () => {
  const uuid = createIds(systemClock).next();
  expect(parseId('ct', publicId('ct', uuid))).toBe(uuid);
  expect(parseId('ct', uuid)).toBe(uuid);
});

test.each(['', 'ct_', 'ac_0192f1c3d4e5760081920a0b0c0d0e0f', "' or 1=1 --", 'ct_zzzz', '../../etc'])(
  '%j names no contact',
  (text) => {
    expect(tryParseId('ct', text)).toBeUndefined();
  },
);
