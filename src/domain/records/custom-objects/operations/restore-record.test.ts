import { expect, test } from 'vitest';
import { objectsWorld } from '../objects-world.fixture.ts';
import { deleteRecord } from './delete-record.ts';
import { restoreRecord } from './restore-record.ts';

const world = await objectsWorld();
const { run, make, refuses } = world;

test('a deleted record comes back as it was, and that is told', async () => {
  const { id } = await make({ customFields: { stage: 'idea' } });
  await run(deleteRecord, { object: 'project', id } as never);
  await refuses(restoreRecord, { object: 'project', id });
  expect(await run(restoreRecord, { object: 'project', id } as never)).toMatchObject({
    id,
    customFields: { stage: 'idea' },
  });
  expect(await world.eventTypes()).toContain('crm.custom.restored');
});
