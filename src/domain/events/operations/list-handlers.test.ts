import { expect, test } from 'vitest';
import { handlerCatalogue } from '#platform/events';
import { totalLags } from '#platform/handlers';
import { type EventsWorld, eventsWorld, tester } from '../events-world.fixture.ts';
import { listHandlers } from './list-handlers.ts';

const world: EventsWorld = await eventsWorld();
const own = async () =>
  (await world.run(listHandlers, {})).data.find(({ name }: { name: string }) => name === tester.name);

test('a handler that does not run is seen to be behind, and one that has had everything is not', async () => {
  await world.happen();
  await world.happen();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const stuck = await own();
  expect(stuck).toMatchObject({ behind: 2, failed: 0, hears: ['crm.contact.created'] });
  expect(stuck.secondsBehind).toBeGreaterThan(0);
  await world.settle();
  expect(await own()).toMatchObject({ behind: 0, secondsBehind: 0 });
});

test('what was put aside is counted, in the metrics of all workspaces too', async () => {
  await world.happen(true);
  await world.settle();
  expect(await own()).toMatchObject({ behind: 0, failed: 1 });
  const lags = await totalLags(world.ports, [...handlerCatalogue().values()]);
  expect(lags.find(({ handler }) => handler === tester.name)).toMatchObject({ behind: 0, failed: 1, lagMs: 0 });
});

test('it is refused without the permission, and another workspace is not behind', async () => {
  const actor = world.actorWith('events:read');
  await expect(world.run(listHandlers, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(listHandlers, { all: 1 } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  const { data } = await world.run(listHandlers, {}, { actor: world.stranger });
  expect(data.every((one: { behind: number; failed: number }) => one.behind + one.failed === 0)).toBe(true);
});
