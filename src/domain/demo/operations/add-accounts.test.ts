import { expect, test } from 'vitest';
import { demoWorld } from '../demo-world.fixture.ts';
import { generateAccounts } from '../rules/accounts.ts';
import { addAccounts } from './add-accounts.ts';
import { createDemo } from './create-demo.ts';

const world = await demoWorld();
const accounts = generateAccounts(30, 7, new Date());
const chunk = { position: 0, accounts, ids: [] };

test('without a demo nothing is added', async () => {
  expect(await world.run(addAccounts, chunk)).toEqual({ goOn: false, ids: [] });
  expect(await world.counts()).toMatchObject({ accounts: 0 });
});

test('a chunk is added once, however often it comes', async () => {
  await world.run(createDemo, { contacts: 200 });
  const first = await world.run(addAccounts, chunk);
  expect(first.ids).toHaveLength(30);
  expect(await world.run(addAccounts, chunk)).toEqual(first);
  expect(await world.counts()).toMatchObject({ accounts: 30 });
  expect(await world.run(addAccounts, chunk, { actor: world.stranger })).toEqual({ goOn: false, ids: [] });
});

test('it is refused without the permission, and without a chunk', async () => {
  const actor = world.actorWith('accounts:write');
  await expect(world.run(addAccounts, chunk, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(addAccounts, {} as never)).rejects.toMatchObject({ code: 'validation_failed' });
});
