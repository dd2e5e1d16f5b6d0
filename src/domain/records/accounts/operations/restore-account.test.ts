import { expect, test } from 'vitest';
import { accountsWorld } from '../accounts-world.fixture.ts';
import { deleteAccount } from './delete-account.ts';
import { getAccount } from './get-account.ts';
import { restoreAccount } from './restore-account.ts';

const world = await accountsWorld();
const { run, make, refuses } = world;

test('a deleted account comes back as it was, which is told', async () => {
  const { id } = await make({ industry: 'kept' });
  await run(deleteAccount, { id });
  expect(await run(restoreAccount, { id })).toMatchObject({ id, industry: 'kept', deletedAt: null, version: 3 });
  expect(await run(getAccount, { id })).toMatchObject({ id });
  expect(await world.eventTypes()).toContain('crm.account.restored');
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  const { id } = await make();
  await run(deleteAccount, { id });
  await refuses(restoreAccount, { id });
  await expect(run(getAccount, { id })).rejects.toMatchObject({ code: 'not_found' });
});
