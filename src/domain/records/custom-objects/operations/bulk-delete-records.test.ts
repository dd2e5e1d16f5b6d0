import { expect, test } from 'vitest';
import { objectsWorld } from '../objects-world.fixture.ts';
import { bulkDeleteRecords } from './bulk-delete-records.ts';
import { listCustomRecords } from './list-records.ts';

const world = await objectsWorld();
const { run, make, refuses } = world;

test('those that are named are deleted in one change set, and that is told once', async () => {
  const ids = [(await make()).id, (await make()).id];
  await refuses(bulkDeleteRecords, { object: 'project', ids });
  expect(await run(bulkDeleteRecords, { object: 'project', ids } as never)).toMatchObject({ selected: 2, deleted: 2 });
  expect((await run(listCustomRecords, { object: 'project' } as never)).data).toEqual([]);
  expect((await world.eventTypes()).filter((type) => type === 'crm.custom.deleted')).toHaveLength(1);
});
