import { expect, test } from 'vitest';
import { accountsWorld } from '../accounts-world.fixture.ts';
import { bulkDeleteAccounts } from './bulk-delete-accounts.ts';
import { getAccount } from './get-account.ts';

const world = await accountsWorld();
const { run, make, refuses } = world;

test('many are deleted in one change set, and that is told', async () => {
  const ids = [(await make()).id, (await make({ industry: 'x' })).id];
  expect(await run(bulkDeleteAccounts, { ids: [...ids, ids[0]] })).toMatchObject({ selected: 2, deleted: 2 });
  await expect(run(getAccount, { id: ids[1] })).rejects.toMatchObject({ code: 'not_found' });
  expect((await world.eventTypes()).filter((type) => type === 'crm.account.deleted')).toHaveLength(1);
});

test('one that is not there stops all, and so do a wrong selection and a missing permission', async () => {
  const { id } = await make();
  const ids = [id, 'ac_00000000000000000000000000000000'];
  await expect(run(bulkDeleteAccounts, { ids })).rejects.toMatchObject({ code: 'not_found' });
  expect(await run(getAccount, { id })).toMatchObject({ id });
  for (const input of [{}, { ids: [] }, { ids: ['x'] }])
    await expect(run(bulkDeleteAccounts, input)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(bulkDeleteAccounts, { ids: [id] });
});
