import { expect, test } from 'vitest';
import { commentsWorld } from '../comments-world.fixture.ts';
import { listComments } from './list-comments.ts';

const world = await commentsWorld();
const { run, say, refuses } = world;

test('a record has its comments in order, and pages follow each other', async () => {
  const first = await say({ body: 'one' });
  for (const body of ['two', 'three']) await say({ recordId: first.recordId, body });
  await say({ body: 'elsewhere' });
  const page = await run(listComments, { of: first.recordId, sort: 'createdAt', limit: 2 });
  const rest = await run(listComments, { of: first.recordId, sort: 'createdAt', cursor: page.page.next });
  expect([...page.data, ...rest.data].map((one: { body: string }) => one.body)).toEqual(['one', 'two', 'three']);
  const filter = { parentId: { empty: true } };
  expect((await run(listComments, { of: first.recordId, filter })).data).toHaveLength(3);
});

test('another workspace has none, nor has who may not read what they are about', async () => {
  await say();
  for (const actor of [world.stranger, world.actorWith('comments:read')])
    expect((await run(listComments, {}, { actor })).data).toEqual([]);
  await expect(run(listComments, { of: 'x' })).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(listComments, {});
});
