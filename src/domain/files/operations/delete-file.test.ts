import { expect, test } from 'vitest';
import { filesWorld } from '../files-world.fixture.ts';
import { deleteFile } from './delete-file.ts';
import { getFile } from './get-file.ts';
import { restoreVersion } from './restore-version.ts';
import { setPermissions } from './set-permissions.ts';
import { updateFile } from './update-file.ts';

const world = await filesWorld();
const { run, upload, colleague, refuses } = world;

test('a deleted file is gone, which is told, and its name is free', async () => {
  const made = await upload('x', { name: 'a' });
  expect(await run(deleteFile, { id: made.id })).toBeNull();
  await expect(run(getFile, { id: made.id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await world.eventTypes()).toContain('crm.file.deleted');
  expect(await upload('y', { recordId: made.recordId, name: 'a' })).toMatchObject({ versionNumber: 1 });
});

test('only its owner or a manager deletes a file', async () => {
  const bo = await colleague('Bo');
  const { id } = await upload('x');
  await expect(run(deleteFile, { id }, { actor: bo.actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await refuses(deleteFile, { id });
  const own = await upload('x', {}, { actor: bo.actor });
  expect(await run(deleteFile, { id: own.id }, { actor: bo.actor })).toBeNull();
});

test('a file on a record that somebody may not read is not theirs to delete, rename or share', async () => {
  const { id } = await world.upload('x');
  const actor = { ...world.actorWith('files:read', 'files:write', 'files:delete', 'files:manage'), id: world.admin.id };
  const refused = { code: 'not_allowed' };
  await expect(world.run(deleteFile, { id }, { actor })).rejects.toMatchObject(refused);
  await expect(world.run(updateFile, { id, name: 'y.txt' } as never, { actor })).rejects.toMatchObject(refused);
  await expect(world.run(setPermissions, { id, access: 'everyone' }, { actor })).rejects.toMatchObject(refused);
  await expect(world.run(restoreVersion, { id, number: 1 }, { actor })).rejects.toMatchObject(refused);
});
