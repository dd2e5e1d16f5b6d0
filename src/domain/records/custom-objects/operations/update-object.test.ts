import { expect, test } from 'vitest';
import { objectsWorld } from '../objects-world.fixture.ts';
import { getCustomRecord } from './get-record.ts';
import { listObjects } from './list-objects.ts';
import { updateObject } from './update-object.ts';

const world = await objectsWorld();
const { run, refuses, code } = world;
const [{ id }] = (await run(listObjects, {})).data;

test('a kind is relabelled, its records stay, and that is told', async () => {
  const record = await world.make();
  expect(await run(updateObject, { id, label: 'Undertaking', icon: 'rocket' } as never)).toMatchObject({
    label: 'Undertaking',
    version: 2,
  });
  expect(await run(getCustomRecord, { object: 'project', id: record.id } as never)).toMatchObject({ name: 'Apollo' });
  expect(await world.eventTypes()).toContain('records.object.updated');
});

test('its name stays, and it is refused as all are', async () => {
  expect(await code(run(updateObject, { id, name: 'plan' } as never))).toBe('validation_failed');
  await refuses(updateObject, { id, label: 'X' });
});
