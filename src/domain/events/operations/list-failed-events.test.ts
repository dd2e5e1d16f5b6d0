import { expect, test } from 'vitest';
import { eventsWorld, taken } from '../events-world.fixture.ts';
import { listFailedEvents } from './list-failed-events.ts';

const world = await eventsWorld();

test('an event that cannot be taken is put aside and told, and the others go on', async () => {
  const [first, bad, last] = [await world.happen(), await world.happen(true), await world.happen()];
  await world.settle();
  expect(taken).toEqual([first, last]);
  expect(bad).not.toBe(first);
  const { data, page } = await world.run(listFailedEvents, {});
  expect(page).toEqual({ next: null });
  expect(data).toEqual([
    expect.objectContaining({ handler: 'test.taster', type: 'crm.contact.created', error: 'cannot digest this' }),
  ]);
  expect(await world.eventTypes()).toContain('kith.event.given_up');
  expect((await world.run(listFailedEvents, { handler: 'another' })).data).toEqual([]);
});

test('they come page by page, in the order in which they failed', async () => {
  for (let index = 0; index < 2; index += 1) await world.happen(true);
  await world.settle();
  const first = await world.run(listFailedEvents, { limit: 2 });
  const rest = await world.run(listFailedEvents, { limit: 2, cursor: first.page.next });
  expect(new Set([...first.data, ...rest.data].map(({ id }: { id: string }) => id)).size).toBe(3);
  expect(rest.page.next).toBeNull();
});

test('it is refused without the permission, and another workspace has none', async () => {
  const actor = world.actorWith('events:read');
  await expect(world.run(listFailedEvents, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(listFailedEvents, { limit: 0 })).rejects.toMatchObject({ code: 'validation_failed' });
  expect((await world.run(listFailedEvents, {}, { actor: world.stranger })).data).toEqual([]);
});
