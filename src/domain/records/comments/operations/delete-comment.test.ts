import { expect, test } from 'vitest';
import { commentsWorld } from '../comments-world.fixture.ts';
import { deleteComment } from './delete-comment.ts';
import { getComment } from './get-comment.ts';

const world = await commentsWorld();
const { run, colleague, say, refuses } = world;
const [bo, cleo] = [await colleague('Bo'), await colleague('Cleo')];

test('a deleted comment is gone, which is told, and what answered it stays', async () => {
  const first = await say({}, bo.actor);
  const answer = await say({ recordId: first.recordId, parentId: first.id });
  expect(await run(deleteComment, { id: first.id }, { actor: bo.actor })).toBeNull();
  await expect(run(getComment, { id: first.id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await run(getComment, { id: answer.id })).toEqual(answer);
  expect(await world.eventTypes()).toContain('crm.comment.deleted');
});

test('what others said is taken away by who may moderate alone', async () => {
  const { id } = await say({}, bo.actor);
  await expect(run(deleteComment, { id }, { actor: cleo.actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await refuses(deleteComment, { id });
  await expect(run(deleteComment, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
  expect(await run(deleteComment, { id })).toBeNull();
});
