import { expect, test } from 'vitest';
import { parseId } from '#platform/ids';
import { testWorld } from '#platform/testing';
import { all, begun, call, finish, peopleFile, run } from '../import-fixture.ts';
import { cancelImport } from './cancel-import.ts';
import { resumeImport } from './resume-import.ts';

const world = await testWorld();

test('a cancelled import keeps what it has brought in, stays cancelled, and can be taken back', async () => {
  const id = await begun(world, peopleFile(1500));
  await expect(run(world, id, 1)).rejects.toThrow(/goes on/);
  const { changeSetId } = await world.run(cancelImport, { id });
  expect(await finish(world, id)).toMatchObject({ status: 'cancelled', rows: 1000, created: 1000 });
  await expect(world.run(resumeImport, { id })).rejects.toMatchObject({ code: 'import_ended' });
  expect(await all(world, 'contacts')).toHaveLength(1000);
  expect(parseId('cs', changeSetId)).toBeTruthy();
  expect(await call(world, 'changes.undo', { changeSetId })).toMatchObject({ undone: 1000 });
  expect(await all(world, 'contacts')).toHaveLength(0);
});
