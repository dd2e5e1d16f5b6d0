import { expect, test } from 'vitest';
import { comment } from '#domain/records/comments';
import { createOperation } from '#platform/records';
import { historyWorld } from '../history-world.fixture.ts';
import { listCommentHistory } from './list-comment-history.ts';

const world = await historyWorld();
const { run, code } = world;

async function say(): Promise<{ id: string }> {
  const { id } = await world.makeContact();
  return run(createOperation(comment), { recordId: id, body: 'first' } as never);
}

test('the edits of a comment are kept, with what was said before', async () => {
  const { id } = await say();
  await world.change(comment, { id, body: 'second' });
  expect((await run(listCommentHistory, { id })).data).toMatchObject([
    { changes: [{ field: 'body', before: 'first', after: 'second' }] },
  ]);
});

test('it is refused without the permission, to who may not read the record, with wrong input, and to another workspace', async () => {
  const { id } = await say();
  for (const permission of ['changes:read', 'comments:read'])
    expect(await code(run(listCommentHistory, { id }, { actor: world.actorWith(permission) }))).toBe('not_allowed');
  expect(await code(run(listCommentHistory, { id, limit: 0 }))).toBe('validation_failed');
  expect(await code(run(listCommentHistory, { id }, { actor: world.stranger }))).toBe('not_found');
});
