import { expect, test } from 'vitest';
import { objectsWorld } from '../objects-world.fixture.ts';
import { getObject } from './get-object.ts';
import { listObjects } from './list-objects.ts';

const world = await objectsWorld();
const { run, refuses } = world;

test('a kind can be read by its id', async () => {
  const [{ id }] = (await run(listObjects, {})).data;
  expect(await run(getObject, { id })).toMatchObject({ id, name: 'project', description: 'What we do.' });
  await refuses(getObject, { id });
});
