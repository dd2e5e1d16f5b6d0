import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from './apportion.ts';

describe('apportioned points', () => {
  it('add up, and none is a whole point from its exact share', () => {
    const shares = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 100 }), (shares, total) => {
        const sum = shares.reduce((all, share) => all + share, 0);
        fc.pre(sum > 1e-9);
        const points = apportion(shares, total);
        expect(points.reduce((all, part) => all + part, 0)).toBe(total);
        for (const [index, part] of points.entries()) {
          expect(Math.abs(part - ((shares[index] ?? 0) / sum) * total)).toBeLessThan(1);
        }
      }),
    );
  });

  it('go to the largest remainders, the first of equals', () => {
    expect(apportion([1, 1, 1], 100)).toEqual([34, 33, 33]);
    expect(apportion([0, 0], 0)).toEqual([0, 0]);
  });
});
