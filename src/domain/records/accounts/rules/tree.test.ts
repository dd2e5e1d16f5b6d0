import { expect, test } from 'vitest';
import { treeOf } from './tree.ts';

const row = (id: string, parentId: string | null) => ({ id, name: id.toUpperCase(), parentId });
const same = (id: string) => id;

test('children stand below their parents, in the order given', () => {
  const tree = treeOf(row('a', null), [row('c', 'a'), row('b', 'a'), row('d', 'b')], same);
  expect(tree.children.map((one) => one.name)).toEqual(['C', 'B']);
  expect(tree.children[1]?.children).toEqual([{ id: 'd', name: 'D', children: [] }]);
});

test('a ring and an orphan end nowhere', () => {
  const tree = treeOf(row('a', 'b'), [row('b', 'a'), row('a', 'b'), row('x', 'nowhere')], same);
  expect(tree).toEqual({ id: 'a', name: 'A', children: [{ id: 'b', name: 'B', children: [] }] });
});
