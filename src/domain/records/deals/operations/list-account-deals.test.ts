import { expect, test } from 'vitest';
import { account } from '#domain/records/accounts';
import { createOperation } from '#platform/records';
import { dealsWorld } from '../deals-world.fixture.ts';
import { listAccountDeals } from './list-account-deals.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;
const owner = await run(createOperation(account), { name: 'Ada GmbH' });

test('only the deals with that account are listed', async () => {
  await make({ name: 'Other' });
  const { id } = await make({ accountId: owner.id });
  expect((await run(listAccountDeals, { id: owner.id })).data).toMatchObject([{ id, account: { id: owner.id } }]);
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await refuses(listAccountDeals, { id: owner.id });
});
