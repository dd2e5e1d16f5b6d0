import { expect, test } from 'vitest';
import { objectsWorld } from '../objects-world.fixture.ts';
import { bulkUpdateRecords } from './bulk-update-records.ts';
import { getCustomRecord } from './get-record.ts';

const world = await objectsWorld();
const { run, make, refuses } = world;

test('those that a filter finds are changed in one change set, and that is told once', async () => {
  const ids = [
    (await make({ customFields: { stage: 'idea' } })).id,
    (await make({ customFields: { stage: 'idea' } })).id,
  ];
  const filter = { 'custom.stage': { eq: 'idea' } };
  const set = { customFields: { stage: 'running' } };
  expect(await run(bulkUpdateRecords, { object: 'project', filter, set } as never)).toMatchObject({
    selected: 2,
    updated: 2,
  });
  expect(await run(getCustomRecord, { object: 'project', id: ids[1] } as never)).toMatchObject(set);
  expect((await world.eventTypes()).filter((type) => type === 'crm.custom.updated')).toHaveLength(1);
  await refuses(bulkUpdateRecords, { object: 'project', ids, set });
});
