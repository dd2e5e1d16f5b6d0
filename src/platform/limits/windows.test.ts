import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Windows } from './windows.ts';

const twoASecond = { most: 2, windowMs: 1000 };

test('what was sent in the last window counts as far as it still lies in it', () => {
  const windows = new Windows();
  const spend = (atMs: number) => windows.spend('a', twoASecond, atMs).allowed;
  expect([spend(900), spend(950), spend(990)]).toEqual([true, true, false]);
  expect([spend(1000), spend(1400), spend(1500), spend(1600)]).toEqual([false, false, true, false]);
  expect(spend(3000)).toBe(true);
});

test('who is refused hears when to come again, and is let in then', () => {
  const windows = new Windows();
  for (let tries = 0; tries < 5; tries++) windows.spend('a', twoASecond, 500);
  const { allowed, left, waitMs } = windows.spend('a', twoASecond, 600);
  expect([allowed, left]).toEqual([false, 0]);
  expect(windows.spend('a', twoASecond, 600 + waitMs - 5).allowed).toBe(false);
  expect(windows.spend('a', twoASecond, 600 + waitMs).allowed).toBe(true);
});

test('one name does not use up what another has, and a clock that is set back gives nothing', () => {
  const windows = new Windows();
  windows.spend('a', twoASecond, 5000);
  windows.spend('a', twoASecond, 5000);
  expect(windows.spend('a', twoASecond, 0).allowed).toBe(false);
  expect(windows.spend('b', twoASecond, 0).allowed).toBe(true);
});

test('never more than the limit and what the estimate may be wrong by pass in any window', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 }), (waits) => {
      const windows = new Windows();
      const allowed: number[] = [];
      let nowMs = 0;
      for (const wait of waits) {
        nowMs += wait;
        if (windows.spend('a', twoASecond, nowMs).allowed) allowed.push(nowMs);
      }
      for (const from of allowed)
        expect(allowed.filter((at) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(3);
    }),
  );
});
