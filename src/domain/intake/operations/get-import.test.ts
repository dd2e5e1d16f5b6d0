import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { begun, imported, peopleFile } from '../import-fixture.ts';
import { getImport } from './get-import.ts';

const world = await testWorld();

test('it says how far an import is and what became of the rows', async () => {
  const id = await begun(world, peopleFile(3));
  expect(await world.run(getImport, { id })).toMatchObject({ id, status: 'queued', rows: 0, progress: 0 });
  const one = await imported(world, `${peopleFile(3)},,,\nNo mail,,nonsense,\n`, { tags: ['fair'] });
  expect(one).toMatchObject({
    status: 'done',
    object: 'contacts',
    fileName: 'people.csv',
    rows: 4,
    created: 4,
    marked: 1,
    progress: 1,
    tags: ['fair'],
    mapping: { 'First name': 'firstName', Email: 'email' },
    error: null,
  });
  expect(one.samples[0]).toMatchObject({ outcome: 'created', row: 1, values: { firstName: 'First0' } });
});

test('an import of another workspace does not exist, and neither does one that was never made', async () => {
  const id = await begun(world, peopleFile(1));
  await expect(world.run(getImport, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
  await expect(world.run(getImport, { id: `im_${'0'.repeat(32)}` })).rejects.toMatchObject({ code: 'not_found' });
  await expect(world.run(getImport, { id: 'ct_1' })).rejects.toMatchObject({ code: 'not_found' });
});

test('without permission it is refused', async () => {
  const id = await begun(world, peopleFile(1));
  const actor = world.actorWith('contacts:read');
  await expect(world.run(getImport, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});
