import { expect, test } from 'vitest';
import { objectsWorld } from '../objects-world.fixture.ts';
import { getCustomRecord } from './get-record.ts';
import { updateRecord } from './update-record.ts';

const world = await objectsWorld();
const { run, make, refuses } = world;

test('a record is read as it is, and as it was', async () => {
  const { id } = await make({ customFields: { stage: 'idea' } });
  await new Promise((resolve) => setTimeout(resolve, 3));
  const asOf = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 3));
  await run(updateRecord, { object: 'project', id, customFields: { stage: 'running' } } as never);
  expect(await run(getCustomRecord, { object: 'project', id } as never)).toMatchObject({
    customFields: { stage: 'running' },
    version: 2,
  });
  expect(await run(getCustomRecord, { object: 'project', id, asOf } as never)).toMatchObject({
    customFields: { stage: 'idea' },
    version: 1,
  });
  await refuses(getCustomRecord, { object: 'project', id });
});
