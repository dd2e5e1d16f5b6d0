import { expect, test } from 'vitest';
import { tagsWorld } from '../tags-world.fixture.ts';
import { deleteTags } from './delete-tags.ts';

const world = await tagsWorld();
const { run, person, uses, refuses } = world;

test('a tag is taken from all records, which is told', async () => {
  await person('a', 'b');
  await run(deleteTags, { tags: ['a'] }, { actor: world.stranger });
  expect(await uses()).toEqual({ a: 1, b: 1 });
  await run(deleteTags, { tags: ['a'] });
  expect(await uses()).toEqual({ b: 1 });
  expect(await world.eventTypes()).toContain('records.tags.changed');
  await expect(run(deleteTags, { tags: [] })).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(deleteTags, { tags: ['b'] });
});
