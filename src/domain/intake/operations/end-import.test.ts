import { expect, test } from 'vitest';
import { parseId } from '#platform/ids';
import { testWorld } from '#platform/testing';
import { begun, peopleFile } from '../import-fixture.ts';
import { beginImport } from './begin-import.ts';
import { endImport } from './end-import.ts';
import { getImport } from './get-import.ts';

const world = await testWorld();

test('a running import ends with its status, its reason and an event', async () => {
  const id = await begun(world, peopleFile(1));
  const importId = parseId('im', id);
  await world.run(beginImport, { importId });
  await world.run(endImport, { importId, status: 'failed', error: 'The file is gone.' });
  const ended = await world.run(getImport, { id });
  expect(ended).toMatchObject({ status: 'failed', error: 'The file is gone.' });
  expect(ended.endedAt).not.toBeNull();
  expect(await world.eventTypes()).toContain('intake.import.ended');
});

test('an import that does not run cannot be ended', async () => {
  const id = await begun(world, peopleFile(1));
  await world.run(endImport, { importId: parseId('im', id), status: 'done' });
  expect(await world.run(getImport, { id })).toMatchObject({ status: 'queued', endedAt: null });
});

test('another workspace, a missing permission and an unknown status change nothing', async () => {
  const id = await begun(world, peopleFile(1));
  const importId = parseId('im', id);
  await world.run(beginImport, { importId });
  await world.run(endImport, { importId, status: 'done' }, { actor: world.stranger });
  const actor = world.actorWith('imports:read');
  await expect(world.run(endImport, { importId, status: 'done' }, { actor })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(world.run(endImport, { importId, status: 'queued' as never })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  expect(await world.run(getImport, { id })).toMatchObject({ status: 'running' });
});
