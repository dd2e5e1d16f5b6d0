import { expect, test } from 'vitest';
import { commentsWorld } from '../comments-world.fixture.ts';
import { getComment } from './get-comment.ts';

const world = await commentsWorld();
const { run, say, refuses } = world;

test('one comment comes as it was made, to whoever may read what it is about', async () => {
  const made = await say();
  expect(await run(getComment, { id: made.id })).toEqual(made);
  await refuses(getComment, { id: made.id });
  const actor = world.actorWith('comments:read');
  await expect(run(getComment, { id: made.id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(run(getComment, { id: made.id, asOf: new Date().toISOString() }, { actor })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(run(getComment, { id: made.id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});
