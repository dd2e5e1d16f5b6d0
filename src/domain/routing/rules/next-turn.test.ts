import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextTurn, type Taker } from './next-turn.ts';

function turns(takers: readonly Taker[], count: number): string[] {
  let standing: ReadonlyMap<string, number> = new Map();
  return Array.from({ length: count }, () => {
    const turn = nextTurn(takers, standing);
    standing = turn?.standing ?? standing;
    return turn?.userId ?? '';
  });
}

const weighted = fc
  .array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 12 })
  .map((weights) => weights.map((weight, index) => ({ userId: `u${index}`, weight })));

test('in one round each gets exactly their share, whatever the weights', () => {
  fc.assert(
    fc.property(weighted, (takers) => {
      const total = takers.reduce((sum, { weight }) => sum + weight, 0);
      const given = turns(takers, total);
      for (const { userId, weight } of takers) expect(given.filter((one) => one === userId)).toHaveLength(weight);
    }),
  );
});

test('turns are spread evenly, and the first in the list begins', () => {
  const takers = [
    { userId: 'a', weight: 2 },
    { userId: 'b', weight: 1 },
  ];
  expect(turns(takers, 6).join('')).toBe('abaaba');
});

test('who could not take part is not flooded later', () => {
  const [a, b] = [
    { userId: 'a', weight: 1 },
    { userId: 'b', weight: 1 },
  ];
  let standing: ReadonlyMap<string, number> = new Map();
  for (let index = 0; index < 100; index += 1) standing = nextTurn([a], standing)?.standing ?? standing;
  const next = nextTurn([a, b], standing);
  const after = nextTurn([a, b], next?.standing ?? new Map());
  expect(new Set([next?.userId, after?.userId])).toEqual(new Set(['a', 'b']));
});

test('nobody has no turn', () => {
  expect(nextTurn([], new Map())).toBeUndefined();
});
