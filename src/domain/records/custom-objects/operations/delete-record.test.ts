import { expect, test } from 'vitest';
import { objectsWorld } from '../objects-world.fixture.ts';
import { deleteRecord } from './delete-record.ts';
import { getCustomRecord } from './get-record.ts';

const world = await objectsWorld();
const { run, make, refuses, code } = world;

test('a deleted record is gone, and that is told', async () => {
  const { id } = await make();
  await refuses(deleteRecord, { object: 'project', id });
  await run(deleteRecord, { object: 'project', id } as never);
  expect(await code(run(getCustomRecord, { object: 'project', id } as never))).toBe('not_found');
  expect(await world.eventTypes()).toContain('crm.custom.deleted');
});
