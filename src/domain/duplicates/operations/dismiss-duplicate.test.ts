import { expect, test } from 'vitest';
import { duplicatesWorld } from '../duplicates-world.fixture.ts';
import { dismissDuplicate } from './dismiss-duplicate.ts';

const world = await duplicatesWorld();
const one = await world.person({ firstName: 'Ana', phone: '+49 30 901820' });
const two = await world.person({ firstName: 'Bo', phone: '+49 30 901820' });
const three = await world.person({ firstName: 'Cy' });
await world.settle();
const pair = { firstId: two.id, secondId: one.id };

test('strangers, a missing permission, and a pair that is not suggested are refused', async () => {
  await expect(world.run(dismissDuplicate, pair, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  const actor = world.actorWith('contacts:read');
  await expect(world.run(dismissDuplicate, pair, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(dismissDuplicate, { ...pair, firstId: three.id })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(world.run(dismissDuplicate, { ...pair, firstId: 'x' })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});

test('a pair is kept apart in whichever order, is told, and doing it twice does no harm', async () => {
  expect(await world.run(dismissDuplicate, pair)).toMatchObject({ status: 'kept_apart' });
  expect(await world.suggested(one.id)).toEqual([]);
  expect(await world.eventTypes()).toContain('duplicates.suggestion.dismissed');
  await world.run(dismissDuplicate, { firstId: one.id, secondId: two.id });
});
