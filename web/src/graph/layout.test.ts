import { expect, test } from 'vitest';
import { layOut, nearestTowards, type Point } from './layout.ts';

const star = Array.from({ length: 12 }, (_, at) => `n${at}`);
const links = star.map((id) => ({ source: 'root', target: id }));
const far = (a: Point | undefined, b: Point | undefined) =>
  a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.POSITIVE_INFINITY;

test('the record that was asked for stays in the middle, and all others have room', () => {
  const points = layOut(['root', ...star], links, 'root');
  expect(points.get('root')).toEqual({ x: 0, y: 0 });
  for (const a of star) for (const b of star) if (a < b) expect(far(points.get(a), points.get(b))).toBeGreaterThan(40);
});

test('what is linked is nearer than what is not', () => {
  const ids = ['root', 'a', 'b', 'c'];
  const chain = [
    { source: 'root', target: 'a' },
    { source: 'a', target: 'b' },
    { source: 'b', target: 'c' },
  ];
  const points = layOut(ids, chain, 'root');
  expect(far(points.get('root'), points.get('a'))).toBeLessThan(far(points.get('root'), points.get('c')));
});

test('the same graph is placed the same way, and one that grows moves little', () => {
  const before = layOut(['root', ...star], links, 'root');
  expect(layOut(['root', ...star], links, 'root')).toEqual(before);
  const after = layOut(['root', ...star, 'new'], [...links, { source: 'n0', target: 'new' }], 'root', before);
  const moved = star.map((id) => far(before.get(id), after.get(id))).sort((a, b) => a - b);
  expect(moved[6]).toBeLessThan(130);
});

test('a thousand links and a record alone are placed, too', () => {
  expect(layOut(['root'], [], 'root').size).toBe(1);
  const many = Array.from({ length: 400 }, (_, at) => `m${at}`);
  const points = layOut(
    ['root', ...many],
    many.map((id) => ({ source: 'root', target: id })),
    'root',
  );
  for (const { x, y } of points.values()) expect(Number.isFinite(x + y)).toBe(true);
});

test('an arrow key goes to what lies that way, and nowhere when nothing does', () => {
  const points = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 100, y: 10 }],
    ['c', { x: 60, y: 90 }],
  ]);
  expect(nearestTowards(points, 'a', { x: 1, y: 0 })).toBe('b');
  expect(nearestTowards(points, 'a', { x: 0, y: 1 })).toBe('c');
  expect(nearestTowards(points, 'a', { x: -1, y: 0 })).toBeUndefined();
});
