import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { undoChangeSet } from '#platform/records';
import { tagsWorld } from '../tags-world.fixture.ts';
import { renameTag } from './rename-tag.ts';

const world = await tagsWorld();
const { run, person, company, uses, refuses } = world;

const takeBack = defineOperation({
  name: 'test.takeBack',
  summary: 'Takes back.',
  kind: 'write',
  permission: 'test:write',
  input: z.strictObject({ id: z.string() }),
  run: (context, { id }) => undoChangeSet(context, parseId('cs', id)),
});

test('a tag is renamed on all kinds in one change set, which is told and can be taken back', async () => {
  await person('old', 'other');
  await company('old');
  const { changeSetId, ...answer } = await run(renameTag, { tag: 'old', to: ' new ' });
  expect(answer).toEqual({ status: 'done', records: 2 });
  expect(await uses()).toEqual({ new: 2, other: 1 });
  expect(await world.eventTypes()).toContain('records.tags.changed');
  await run(takeBack, { id: changeSetId });
  expect(await uses()).toEqual({ old: 2, other: 1 });
});

test('a tag that nobody bears, one that is there, mistakes and another workspace are refused', async () => {
  await person('here', 'there');
  await expect(run(renameTag, { tag: 'nowhere', to: 'x' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(run(renameTag, { tag: 'here', to: 'there' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(run(renameTag, { tag: 'here', to: 'x' }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  for (const to of ['', '  ', 'x'.repeat(101), 'a\u0000'])
    await expect(run(renameTag, { tag: 'here', to })).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(renameTag, { tag: 'here', to: 'x' });
});
