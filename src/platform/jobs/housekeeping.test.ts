import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { testWorld } from '#platform/testing';
import { keepHouse } from './housekeeping.ts';

const world = await testWorld();

test('answers to idempotency keys go after a day, those of every workspace, and no sooner', async () => {
  for (const { workspaceId } of [world, world.stranger])
    await world.database.write(workspaceId, async (tx) => {
      for (const hours of [23, 25])
        tx.send(sql`insert into idempotency_keys (actor_id, key, request_hash, created_at)
          values (${world.admin.id}, ${`${hours}`}, '', now() - make_interval(hours => ${hours}))`);
    });
  expect(await keepHouse(world.database)).toBe(2);
  const left = await world.database.reader(world.workspaceId).rows(sql`select key from idempotency_keys`);
  expect(left).toEqual([{ key: '23' }]);
});
