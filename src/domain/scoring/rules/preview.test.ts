import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultScoringModel as model } from './default-model.ts';
import { emptyTally, type Previewed, tallied } from './preview.ts';
import { tierOf } from './tiers.ts';

const score = fc.integer({ min: 0, max: 100 });
const people: fc.Arbitrary<Previewed[]> = fc.array(
  fc.record({ id: fc.uuid(), before: score, after: score }).map((one) => ({
    ...one,
    tierBefore: tierOf(model, one.before),
    tierAfter: tierOf(model, one.after),
  })),
);

it('comes to the same in chunks as at once, and everybody is counted in one step', () => {
  fc.assert(
    fc.property(people, people, (first, second) => {
      const chunks = tallied(tallied(emptyTally, first), second);
      const whole = tallied(emptyTally, [...first, ...second]);
      expect(chunks).toEqual(whole);
      const counted = Object.values(whole.steps).reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(first.length + second.length);
      expect(whole.moved).toBe([...first, ...second].filter(({ before, after }) => before !== after).length);
    }),
  );
});

it('tells those who move the furthest, up and down', () => {
  const move = (id: string, before: number, after: number): Previewed => ({
    id,
    before,
    after,
    tierBefore: tierOf(model, before),
    tierAfter: tierOf(model, after),
  });
  const tally = tallied(emptyTally, [move('a', 10, 20), move('b', 10, 90), move('c', 60, 5), move('d', 7, 7)]);
  expect(tally.up.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(tally.down.map(({ id }) => id)).toEqual(['c']);
  expect(tally.steps['COLD SALES_READY']).toEqual({ count: 1, examples: [{ id: 'b', before: 10, after: 90 }] });
  expect(tally.steps['COLD COLD']).toEqual({ count: 2, examples: [] });
});
