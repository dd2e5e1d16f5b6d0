import { expect, test } from 'vitest';
import { accountsWorld } from '../accounts-world.fixture.ts';
import { deleteAccount } from './delete-account.ts';
import { getAccount } from './get-account.ts';

const world = await accountsWorld();
const { run, make, refuses } = world;

test('a deleted account is gone, which is told, and is not deleted twice', async () => {
  const { id } = await make();
  expect(await run(deleteAccount, { id })).toBeNull();
  for (const operation of [getAccount, deleteAccount])
    await expect(run(operation as typeof deleteAccount, { id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await world.eventTypes()).toContain('crm.account.deleted');
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  const { id } = await make();
  await refuses(deleteAccount, { id });
  await expect(run(deleteAccount, { id }, { expectedVersion: 9 })).rejects.toMatchObject({ code: 'version_changed' });
  expect(await run(getAccount, { id })).toMatchObject({ id, version: 1 });
});
