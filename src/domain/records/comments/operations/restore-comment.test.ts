import { expect, test } from 'vitest';
import { commentsWorld } from '../comments-world.fixture.ts';
import { deleteComment } from './delete-comment.ts';
import { restoreComment } from './restore-comment.ts';

const world = await commentsWorld();
const { run, colleague, say, refuses } = world;
const bo = await colleague('Bo');

test('a deleted comment comes back, and nobody is told of it as new', async () => {
  const { id, body } = await say({ body: `@[Bo](${bo.id})` });
  await run(deleteComment, { id });
  const told = (await world.eventTypes()).filter((type) => type.startsWith('notification')).length;
  expect(await run(restoreComment, { id })).toMatchObject({ body, deletedAt: null });
  expect((await world.eventTypes()).filter((type) => type.startsWith('notification'))).toHaveLength(told);
  expect(await world.eventTypes()).toContain('crm.comment.restored');
});

test('it is refused without the permission, and to another workspace', async () => {
  const { id } = await say();
  await run(deleteComment, { id });
  await refuses(restoreComment, { id });
  await expect(run(restoreComment, { id }, { actor: bo.actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(run(restoreComment, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
});
