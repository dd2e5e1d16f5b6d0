import { expect, test } from 'vitest';
import { listsWorld } from '../lists-world.fixture.ts';
import { getList } from './get-list.ts';

const world = await listsWorld();
const { run, make, refuses } = world;

test('one list comes as it was made', async () => {
  const made = await make();
  expect(await run(getList, { id: made.id })).toEqual(made);
  await refuses(getList, { id: made.id });
  await expect(run(getList, { id: made.id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
});
