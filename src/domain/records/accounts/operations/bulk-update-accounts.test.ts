import { expect, test } from 'vitest';
import { accountsWorld } from '../accounts-world.fixture.ts';
import { bulkUpdateAccounts } from './bulk-update-accounts.ts';
import { getAccount } from './get-account.ts';

const world = await accountsWorld();
const { run, make, refuses } = world;

test('those that a filter finds are changed in one change set, and that is told once', async () => {
  const ids = [(await make({ industry: 'old' })).id, (await make({ industry: 'old' })).id];
  const other = await make({ industry: 'kept' });
  const filter = { industry: { eq: 'old' } };
  const answer = await run(bulkUpdateAccounts, { filter, set: { industry: 'new', tags: ['x'] } } as never);
  expect(answer).toMatchObject({ selected: 2, updated: 2, changeSetId: expect.stringMatching(/^cs_/) });
  expect(await run(getAccount, { id: ids[1] })).toMatchObject({ industry: 'new', tags: ['x'], version: 2 });
  expect(await run(getAccount, { id: other.id })).toMatchObject({ industry: 'kept', version: 1 });
  expect((await world.eventTypes()).filter((type) => type === 'crm.account.updated')).toHaveLength(1);
});

test('nothing to set, nobody selected, an unknown field and another workspace are refused', async () => {
  const ids = [(await make()).id];
  for (const input of [{ ids, set: {} }, { set: { industry: 'x' } }, { ids, set: { id: ids[0] } }, { ids }])
    await expect(run(bulkUpdateAccounts, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(
    run(bulkUpdateAccounts, { filter: { nmae: { eq: 'x' } }, set: { industry: 'x' } } as never),
  ).rejects.toMatchObject({ code: 'unknown_field' });
  await refuses(bulkUpdateAccounts, { ids, set: { industry: 'x' } });
});
