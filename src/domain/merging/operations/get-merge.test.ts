import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { mergingWorld } from '../merging-world.fixture.ts';
import { getMerge } from './get-merge.ts';

const world = await mergingWorld();

test('a merge says what became one, and by whom it was done', async () => {
  const [one, two] = [await world.person({ firstName: 'Ana' }), await world.person({ firstName: 'Anna' })];
  const { id } = await world.merge([one.id, two.id]);
  const shown = { winner: { id: one.id, name: 'Anna' }, merged: [{ id: two.id, name: 'Anna' }], status: 'merged' };
  expect(await world.run(getMerge, { id })).toMatchObject(shown);
  await refusalsIn(world)(getMerge, { id });
});
