import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { all, begun, finish, peopleFile, run } from '../import-fixture.ts';
import { getImport } from './get-import.ts';
import { pauseImport } from './pause-import.ts';
import { resumeImport } from './resume-import.ts';

const world = await testWorld();

test('a paused import does not run; resumed it goes on where it stood, and nothing is lost or doubled', async () => {
  const id = await begun(world, peopleFile(2500));
  await expect(run(world, id, 1)).rejects.toThrow(/goes on/);
  expect(await world.run(pauseImport, { id })).toMatchObject({ status: 'paused', rows: 1000 });
  expect(await finish(world, id)).toMatchObject({ status: 'paused', rows: 1000 });
  await world.run(resumeImport, { id });
  expect(await finish(world, id)).toMatchObject({ status: 'done', rows: 2500, created: 2500, merged: 0 });
  expect(await all(world, 'contacts')).toHaveLength(2500);
  expect((await world.eventTypes()).filter((type) => /resumed|ended/.test(type))).toEqual([
    'intake.import.ended',
    'intake.import.resumed',
    'intake.import.ended',
  ]);
});

test('a pause in the middle of a run takes hold at the next chunk', async () => {
  const id = await begun(world, peopleFile(6000));
  const running = run(world, id);
  while ((await world.run(getImport, { id })).rows === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await world.run(pauseImport, { id });
  await running;
  const paused = await world.run(getImport, { id });
  expect(paused.status).toBe('paused');
  expect(paused.rows).toBeLessThan(6000);
});
