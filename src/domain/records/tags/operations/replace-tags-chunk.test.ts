import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { tagsWorld } from '../tags-world.fixture.ts';
import { replaceTagsChunk } from './replace-tags-chunk.ts';

const world = await tagsWorld();
const { run, person, company, uses } = world;
const change = { from: ['old'], to: 'new' };

test('chunk follows chunk in one change set, which is whole only after the last', async () => {
  await person('old');
  await company('old');
  const changeSetId = world.ports.ids.next();
  const status = () =>
    world.database
      .reader(world.workspaceId)
      .first(sql`select status, records from change_sets where id = ${changeSetId}`);
  expect(await run(replaceTagsChunk, change, { changeSetId })).toEqual({ more: true });
  expect(await status()).toMatchObject({ status: 'partial' });
  await run(replaceTagsChunk, change, { changeSetId });
  expect(await run(replaceTagsChunk, change, { changeSetId })).toEqual({ more: false });
  expect(await status()).toEqual({ status: 'done', records: 2 });
  expect(await uses()).toEqual({ new: 2 });
});

test('it is refused without the permission and with mistakes, and leaves another workspace alone', async () => {
  await person('old');
  expect(await run(replaceTagsChunk, change, { actor: world.stranger })).toEqual({ more: false });
  await expect(run(replaceTagsChunk, change, { actor: world.actorWith() })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(run(replaceTagsChunk, { from: 'old' } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  expect(await uses()).toMatchObject({ old: 1 });
});
