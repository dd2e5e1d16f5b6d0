import { expect, test } from 'vitest';
import { filesWorld } from '../files-world.fixture.ts';
import { deleteFile } from './delete-file.ts';
import { restoreFile } from './restore-file.ts';

const world = await filesWorld();
const { run, upload, read, refuses } = world;

test('a deleted file comes back with its content, unless its name is taken', async () => {
  const { id, recordId } = await upload('x', { name: 'a' });
  await run(deleteFile, { id });
  await refuses(restoreFile, { id });
  await run(restoreFile, { id });
  expect(await read(id)).toBe('x');
  expect(await world.eventTypes()).toContain('crm.file.restored');
  await run(deleteFile, { id });
  await upload('y', { recordId, name: 'a' });
  await expect(run(restoreFile, { id })).rejects.toMatchObject({ code: 'conflict' });
});
