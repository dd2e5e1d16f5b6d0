import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Buckets } from './buckets.ts';

const twoASecond = { most: 2, windowMs: 1000 };

test('so many are allowed at once, then as many as the time gives back', () => {
  const buckets = new Buckets();
  const spend = (atMs: number) => buckets.spend('a', twoASecond, atMs);
  expect([spend(0), spend(0), spend(0)].map((one) => one.allowed)).toEqual([true, true, false]);
  expect(spend(100)).toEqual({ allowed: false, left: 0, waitMs: 400, fullMs: 900 });
  expect(spend(500).allowed).toBe(true);
  expect(spend(500).allowed).toBe(false);
});

test('buckets are apart, and a refused request costs nothing', () => {
  const buckets = new Buckets();
  for (let tries = 0; tries < 50; tries++) buckets.spend('a', twoASecond, 0);
  expect(buckets.spend('b', twoASecond, 0)).toMatchObject({ allowed: true, left: 1 });
  expect(buckets.spend('a', twoASecond, 500).allowed).toBe(true);
});

test('a clock that goes back gives nothing, and takes nothing', () => {
  const buckets = new Buckets();
  buckets.spend('a', twoASecond, 5000);
  expect(buckets.spend('a', twoASecond, 0)).toMatchObject({ allowed: true, left: 0 });
  expect(buckets.spend('a', twoASecond, 0).allowed).toBe(false);
});

test('in no window are there more than twice the limit, and the wait that is told is enough', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (waits) => {
      const buckets = new Buckets();
      const allowed: number[] = [];
      let nowMs = 0;
      for (const wait of waits) {
        nowMs += wait;
        if (buckets.spend('a', twoASecond, nowMs).allowed) allowed.push(nowMs);
      }
      for (const from of allowed)
        expect(allowed.filter((at) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(4);
      const last = buckets.spend('a', twoASecond, nowMs);
      if (!last.allowed) expect(buckets.spend('a', twoASecond, nowMs + last.waitMs).allowed).toBe(true);
    }),
  );
});
