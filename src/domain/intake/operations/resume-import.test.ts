import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { asOwner, begun, finish, peopleFile, run } from '../import-fixture.ts';
import { getImport } from './get-import.ts';
import { resumeImport } from './resume-import.ts';

const world = await testWorld();

test('an import that has failed can be resumed when what was wrong has been put right', async () => {
  const id = await begun(world, peopleFile(1200));
  await expect(run(world, id, 1)).rejects.toThrow(/goes on/);
  await asOwner(world, 'alter table contact_points rename to elsewhere');
  await expect(run(world, id, 99, 5)).rejects.toThrow(/contact_points/);
  expect(await world.run(getImport, { id })).toMatchObject({ status: 'failed', error: /trying again/ });
  await asOwner(world, 'alter table elsewhere rename to contact_points');
  expect(await world.run(resumeImport, { id })).toMatchObject({ status: 'queued' });
  expect(await finish(world, id)).toMatchObject({ status: 'done', created: 1200, error: null });
});

test('only what is paused or has failed is resumed', async () => {
  const id = await begun(world, peopleFile(1));
  await expect(world.run(resumeImport, { id })).rejects.toMatchObject({ code: 'import_ended' });
});
