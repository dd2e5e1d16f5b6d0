import { expect, test } from 'vitest';
import { objectsWorld } from '../objects-world.fixture.ts';
import { createObject } from './create-object.ts';
import { deleteObject } from './delete-object.ts';
import { restoreObject } from './restore-object.ts';

const world = await objectsWorld();
const { run, refuses } = world;

test('a kind that was deleted comes back under its name, and it is refused as all are', async () => {
  const { id } = await run(createObject, { name: 'ticket', label: 'Ticket' } as never);
  await run(deleteObject, { id });
  await refuses(restoreObject, { id });
  expect(await run(restoreObject, { id })).toMatchObject({ name: 'ticket', deletedAt: null });
});
