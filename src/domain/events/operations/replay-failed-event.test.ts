import { expect, test } from 'vitest';
import { eventsWorld, poison, taken } from '../events-world.fixture.ts';
import { listFailedEvents } from './list-failed-events.ts';
import { replayFailedEvent } from './replay-failed-event.ts';

const world = await eventsWorld();
const failed = async () => (await world.run(listFailedEvents, {})).data as { id: string }[];

test('an event that still cannot be taken stays; once it can, it has its effect once', async () => {
  const bad = await world.happen(true);
  await world.settle();
  const [{ id } = { id: '' }] = await failed();
  await expect(world.run(replayFailedEvent, { id })).rejects.toMatchObject({
    code: 'event_not_handled',
    message: expect.stringContaining('cannot digest this'),
  });
  expect(await failed()).toHaveLength(1);
  poison.delete(bad);
  const twice = await Promise.allSettled([world.run(replayFailedEvent, { id }), world.run(replayFailedEvent, { id })]);
  expect(twice.filter((one) => one.status === 'fulfilled' && one.value.status === 'done')).toHaveLength(1);
  expect(taken.filter((one) => one === bad)).toEqual([bad]);
  expect(await failed()).toEqual([]);
});

test('it is refused without the permission, and another workspace has nothing to replay', async () => {
  await world.happen(true);
  await world.settle();
  const [{ id } = { id: '' }] = await failed();
  const actor = world.actorWith('handlers:read');
  await expect(world.run(replayFailedEvent, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(replayFailedEvent, { id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(world.run(replayFailedEvent, { id: 'x' })).rejects.toMatchObject({ code: 'not_found' });
});
