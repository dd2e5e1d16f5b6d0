import { expect, test } from 'vitest';
import { checkedRef, followersOf } from '#domain/records/follows';
import type { Context } from '#platform/context';
import { parseId } from '#platform/ids';
import { commentsWorld } from '../comments-world.fixture.ts';
import { createComment } from './create-comment.ts';

const world = await commentsWorld();
const { person, colleague, say, told, refuses } = world;
const [bo, cleo] = [await colleague('Bo'), await colleague('Cleo')];

async function followers(recordId: string) {
  const context = { sql: world.database.reader(world.workspaceId) } as unknown as Context;
  return (await followersOf(context, checkedRef(recordId)))?.map(({ userId, reason }) => [userId, reason]);
}

test('a comment stands on its record with its author, and that is told', async () => {
  const { id } = await person();
  const made = await say({ recordId: id, body: '  Wants pricing \n' }, bo.actor);
  expect(made).toMatchObject({
    id: expect.stringMatching(/^co_/),
    body: 'Wants pricing',
    record: { id, type: 'contact', name: 'Ana' },
    author: { id: bo.id, name: 'Bo' },
    mentions: [],
  });
  expect(await world.eventTypes()).toContain('crm.comment.created');
});

test('who is mentioned is told under the real name, and follows from then on, as the author does', async () => {
  const { id } = await person();
  const made = await say({ recordId: id, body: `@[The boss](${cleo.id}) please look` }, bo.actor);
  expect(made).toMatchObject({ body: `@[Cleo](${cleo.id}) please look`, mentions: [cleo.id] });
  expect(await told('notification.mentioned')).toEqual([{ recordId: id, userIds: [cleo.id] }]);
  expect(await followers(id)).toEqual([
    [parseId('us', cleo.id), 'mention'],
    [parseId('us', bo.id), 'comment'],
  ]);
});

test('who follows is told of what others say, the owner included, and nobody of their own words', async () => {
  const { id } = await person({ ownerId: cleo.id });
  const before = (await told('notification.commented')).length;
  await say({ recordId: id }, bo.actor);
  await say({ recordId: id }, cleo.actor);
  expect((await told('notification.commented')).slice(before)).toEqual([
    { recordId: id, userIds: [cleo.id] },
    { recordId: id, userIds: [bo.id] },
  ]);
});

test('an answer goes to a comment of the same record', async () => {
  const first = await say();
  expect(await say({ recordId: first.recordId, parentId: first.id })).toMatchObject({ parentId: first.id });
  await expect(say({ recordId: (await person()).id, parentId: first.id })).rejects.toMatchObject({
    mistakes: [{ path: 'parentId' }],
  });
});

test('mistakes, a missing permission and a record of another workspace are refused', async () => {
  const { id } = await person();
  const wrong = [
    { body: '' },
    { body: ' \n ' },
    { body: 'x'.repeat(10_001) },
    { body: 'a\u0000b' },
    { body: `@[Nobody](us_${'0'.repeat(32)})` },
    { body: Array.from({ length: 51 }, (_, at) => `@[x](us_${String(at).padStart(32, '0')})`).join(' ') },
    { recordId: 'co_00000000000000000000000000000000' },
    { authorId: bo.id },
    { mentions: [bo.id] },
  ];
  for (const one of wrong)
    await expect(say({ recordId: id, ...one })).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(say({ recordId: id }, world.stranger)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(say({ recordId: id }, world.actorWith('comments:write'))).rejects.toMatchObject({ code: 'not_allowed' });
  await refuses(createComment, { recordId: id, body: 'x' });
});

test('markup is text like any other', async () => {
  const body = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) ‮gnp.exe';
  expect(await say({ body })).toMatchObject({ body });
});
