import { expect, test } from 'vitest';
import { tagsWorld } from '../tags-world.fixture.ts';
import { mergeTags } from './merge-tags.ts';

const world = await tagsWorld();
const { run, person, company, uses, refuses } = world;

test('several tags become one, which a record bears once', async () => {
  await person('VIP', 'vip', 'x');
  await company('V.I.P.');
  expect(await run(mergeTags, { tags: ['VIP', 'V.I.P.'], into: 'vip' })).toMatchObject({ status: 'done', records: 2 });
  expect(await uses()).toEqual({ vip: 2, x: 1 });
  expect(await world.eventTypes()).toContain('records.tags.changed');
});

test('a tag merged into itself changes nothing, and another workspace is left alone', async () => {
  await run(mergeTags, { tags: ['vip'], into: 'vip' });
  await run(mergeTags, { tags: ['vip'], into: 'theirs' }, { actor: world.stranger });
  expect(await uses()).toEqual({ vip: 2, x: 1 });
  for (const input of [{ tags: [], into: 'x' }, { tags: ['vip'] }])
    await expect(run(mergeTags, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(mergeTags, { tags: ['vip'], into: 'x' });
});
