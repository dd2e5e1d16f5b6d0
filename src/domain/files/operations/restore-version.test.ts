import { expect, test } from 'vitest';
import { filesWorld } from '../files-world.fixture.ts';
import { restoreVersion } from './restore-version.ts';

const world = await filesWorld();
const { run, upload, read, refuses } = world;

test('an old version is the current one again, and none is lost', async () => {
  const { id, recordId, checksum } = await upload('one', { name: 'a' });
  await upload('two', { recordId, name: 'a' });
  expect(await run(restoreVersion, { id, number: 1 })).toMatchObject({ versionNumber: 1, checksum });
  expect([await read(id), await read(id, { version: 2 })]).toEqual(['one', 'two']);
  expect(await upload('three', { recordId, name: 'a' })).toMatchObject({ versionNumber: 3 });
  expect(await world.eventTypes()).toContain('crm.file.updated');
});

test('a version that is not there, and what one may not do, is refused', async () => {
  const { id } = await upload('one');
  await expect(run(restoreVersion, { id, number: 7 })).rejects.toMatchObject({ code: 'not_found' });
  await refuses(restoreVersion, { id, number: 1 });
});
