import { expect, test } from 'vitest';
import { listsWorld } from '../lists-world.fixture.ts';
import { listLists } from './list-lists.ts';

const world = await listsWorld();
const { run, make, refuses } = world;

test('lists come by name, or those of one kind of record', async () => {
  await make({ name: 'B' });
  await make({ name: 'A', object: 'account' });
  const names = async (input: object) => (await run(listLists, input)).data.map((one: { name: string }) => one.name);
  expect(await names({})).toEqual(['A', 'B']);
  expect(await names({ filter: { object: { eq: 'account' } } })).toEqual(['A']);
  expect((await run(listLists, {}, { actor: world.stranger })).data).toEqual([]);
  await refuses(listLists, {});
});
