import { expect, test } from 'vitest';
import { objectsWorld } from '../objects-world.fixture.ts';
import { deleteObject } from './delete-object.ts';
import { getCustomRecord } from './get-record.ts';
import { listObjects } from './list-objects.ts';
import { restoreObject } from './restore-object.ts';

const world = await objectsWorld();
const { run, refuses, code } = world;
const [{ id }] = (await run(listObjects, {})).data;

test('a deleted kind is gone with its records, comes back with them, and that is told', async () => {
  const record = await world.make({ customFields: { stage: 'idea' } });
  const get = () => run(getCustomRecord, { object: 'project', id: record.id } as never);
  await run(deleteObject, { id });
  expect(await code(get())).toBe('not_found');
  expect((await run(listObjects, {})).deleted).toMatchObject([{ id, name: 'project' }]);
  await run(restoreObject, { id });
  expect(await get()).toMatchObject({ customFields: { stage: 'idea' } });
  expect(await world.eventTypes()).toEqual(
    expect.arrayContaining(['records.object.deleted', 'records.object.restored']),
  );
});

test('it stays while fields of other kinds refer to it, and is refused as all are', async () => {
  await world.addField({ object: 'contact', name: 'project', type: 'relation', to: 'project' });
  expect(await code(run(deleteObject, { id }))).toBe('conflict');
  await refuses(deleteObject, { id });
});
