import { expect, test } from 'vitest';
import { parseId } from '#platform/ids';
import { listsWorld } from '../lists-world.fixture.ts';
import { changeMembersChunk } from './change-members-chunk.ts';

const world = await listsWorld();
const { run, person, make, members } = world;

test('a chunk says where the next begins, and is the same when it is done again', async () => {
  const { id } = await make();
  await person('Ana', { city: 'Rome' });
  const change = { listId: parseId('li', id), verb: 'add' as const, filter: { city: { eq: 'Rome' } } };
  expect(await run(changeMembersChunk, change)).toEqual({ next: undefined, changed: 1 });
  expect(await run(changeMembersChunk, change)).toEqual({ next: undefined, changed: 0 });
  expect(await members(id)).toEqual(['Ana']);
  expect(await run(changeMembersChunk, { ...change, verb: 'remove' })).toMatchObject({ changed: 1 });
  const after = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
  expect(await run(changeMembersChunk, { ...change, after })).toMatchObject({ changed: 0 });
});

test('it is refused without the permission, with mistakes, and to another workspace', async () => {
  const { id } = await make();
  const change = { listId: parseId('li', id), verb: 'add' as const, filter: { city: { eq: 'Rome' } } };
  await expect(run(changeMembersChunk, change, { actor: world.actorWith() })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(run(changeMembersChunk, { ...change, verb: 'keep' as never })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await expect(run(changeMembersChunk, change, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
});
