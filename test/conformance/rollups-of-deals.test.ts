import { expect, test } from 'vitest';
import { type Answer, testWorld } from '#platform/testing';
import { operations } from '../../src/modules.ts';

const world = await testWorld();
const call = (name: string, input: object): Promise<Answer> => world.run(operations.get(name) as never, input as never);

test('an account adds up its open deals in the currency of the workspace, to the cent, with every write', async () => {
  await call('workspace.update', { currency: 'EUR' });
  const rollup = { object: 'deal', by: 'accountId', filter: { status: { eq: 'open' } } };
  const add = (name: string, more: object) =>
    call('fields.create', { object: 'account', name, label: name, type: 'rollup', rollup: { ...rollup, ...more } });
  expect(await add('openDeals', { function: 'count' })).toMatchObject({ type: 'integer' });
  expect(await add('openValue', { function: 'sum', of: 'amount' })).toMatchObject({ type: 'money', currency: 'EUR' });
  const { id: accountId } = await call('accounts.create', { name: 'Acme' });
  const deals = [];
  for (const amount of ['0.10', '0.20', '99.99'])
    deals.push(await call('deals.create', { name: 'Deal', accountId, amount, currency: 'EUR' }));
  const custom = async () => (await call('accounts.get', { id: accountId })).customFields;
  expect(await custom()).toEqual({ openDeals: 3, openValue: '100.29' });
  await call('deals.changeStage', { id: deals[2].id, stage: 'Closed Lost', lostReason: 'Price' });
  expect(await custom()).toEqual({ openDeals: 2, openValue: '0.30' });
  await call('deals.update', { id: deals[0].id, amount: '5' });
  expect(await custom()).toEqual({ openDeals: 2, openValue: '5.20' });
});
