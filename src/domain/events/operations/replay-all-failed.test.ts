import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { eventsWorld, poison, taken } from '../events-world.fixture.ts';
import { replayFailedEvents } from '../jobs/replay-failed-events.ts';
import { listFailedEvents } from './list-failed-events.ts';
import { replayAllFailed } from './replay-all-failed.ts';

const world = await eventsWorld();

test('all that can be taken now are; one that cannot does not stop the others', async () => {
  const bad = [await world.happen(true), await world.happen(true), await world.happen(true)];
  await world.settle();
  for (const id of [bad[0], bad[2]]) poison.delete(id ?? '');
  expect(await world.run(replayAllFailed, {})).toEqual({ status: 'running', events: 3 });
  const [row] = await world.database.system.rows<{ jobs: number }>(
    sql`select count(*)::integer as jobs from graphile_worker.jobs where task_identifier = 'events.replay-failed'`,
  );
  expect(row).toEqual({ jobs: 1 });
  const { data } = await world.run(listFailedEvents, {});
  const [last] = await world.database
    .reader(world.workspaceId)
    .rows<{ id: string }>(sql`select id from failed_events order by id desc limit 1`);
  await world.work(replayFailedEvents, { last: last?.id });
  expect(data).toHaveLength(3);
  expect(taken).toEqual([bad[0], bad[2]]);
  const left = (await world.run(listFailedEvents, {})).data;
  expect(left).toMatchObject([{ error: expect.stringContaining('cannot digest this') }]);
});

test('where nothing has failed there is nothing to do, and it is refused without the permission', async () => {
  expect(await world.run(replayAllFailed, { handler: 'another' })).toEqual({ status: 'done', events: 0 });
  expect(await world.run(replayAllFailed, {}, { actor: world.stranger })).toEqual({ status: 'done', events: 0 });
  const actor = world.actorWith('handlers:read');
  await expect(world.run(replayAllFailed, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(replayAllFailed, { all: true } as never)).rejects.toMatchObject({ code: 'validation_failed' });
});
