import { expect, test } from 'vitest';
import { z } from 'zod';
import { changesOfRecord } from '#platform/changes';
import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { undoChangeSet } from '#platform/records';
import { commentsWorld } from '../comments-world.fixture.ts';
import { getComment } from './get-comment.ts';
import { updateComment } from './update-comment.ts';

const world = await commentsWorld();
const { run, person, colleague, say, told, refuses } = world;
const [bo, cleo] = [await colleague('Bo'), await colleague('Cleo')];

const takeBack = defineOperation({
  name: 'test.takeBack',
  summary: 'Takes back.',
  kind: 'write',
  permission: 'comments:write',
  input: z.strictObject({ id: z.string() }),
  run: (context, { id }) => undoChangeSet(context, id),
});

test('what is edited keeps what was said before, sealed with the key of the person, and can be taken back', async () => {
  const { id } = await say({ body: 'first words' }, bo.actor);
  const changeSetId = world.ports.ids.next();
  await run(updateComment, { id, body: 'second words' } as never, { actor: bo.actor, changeSetId });
  const reader = world.database.reader(world.workspaceId);
  const origin = { ports: world.ports, workspaceId: world.workspaceId } as unknown as Context;
  expect(await changesOfRecord(origin, reader, parseId('co', id), new Date(0), 10)).toMatchObject([
    { before: { body: 'first words' }, after: { body: 'second words' } },
  ]);
  const open = await reader.first<{ text: string }>(
    sql`select before::text || after::text as text from changes where record_id = ${parseId('co', id)}`,
  );
  expect(open?.text).not.toContain('words');
  await run(takeBack, { id: changeSetId }, { actor: bo.actor });
  expect(await run(getComment, { id })).toMatchObject({ body: 'first words' });
});

test('only those who are newly mentioned are told', async () => {
  const { id, recordId } = await say({ body: `@[Bo](${bo.id})` });
  await run(updateComment, { id, body: `@[Bo](${bo.id}) @[Cleo](${cleo.id})` } as never);
  expect(await told('notification.mentioned')).toEqual([
    { recordId, userIds: [bo.id] },
    { recordId, userIds: [cleo.id] },
  ]);
});

test('nobody edits what somebody else said, or moves it to another record', async () => {
  const made = await say({}, bo.actor);
  await expect(run(updateComment, { id: made.id, body: 'x' } as never)).rejects.toMatchObject({ code: 'not_allowed' });
  const elsewhere = { id: made.id, recordId: (await person()).id };
  await expect(run(updateComment, elsewhere as never, { actor: bo.actor })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await expect(
    run(updateComment, { id: made.id, body: 'x' } as never, { actor: world.stranger }),
  ).rejects.toMatchObject({ code: 'not_found' });
  await refuses(updateComment, { id: made.id, body: 'x' });
});
