import { expect, test } from 'vitest';
import { z } from 'zod';
import { account } from '#domain/records/accounts';
import { systemActor } from '#platform/actor';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { refreshComputed } from '#platform/records';
import { type Answer, testWorld } from '#platform/testing';
import { jobs, operations } from '../../src/modules.ts';

const world = await testWorld();
const call = (name: string, input: object): Promise<Answer> => world.run(operations.get(name) as never, input as never);

/** The job that rates have waiting. */
async function refresh(): Promise<void> {
  const job = jobs.find(({ name }) => name === 'deals.refresh');
  const { ports, workspaceId } = world;
  const signal = new AbortController().signal;
  const actor = systemActor(workspaceId);
  await job?.run({ ports, workspaceId, actor, signal, jobId: '1', attempt: 1 }, {});
}

const recompute = defineOperation({
  name: 'test.recompute',
  summary: 'Computes the roll-ups of an account anew.',
  kind: 'write',
  permission: 'test:write',
  input: z.strictObject({ id: z.string() }),
  run: (context, { id }) => refreshComputed(context, account, [parseId('ac', id)]),
});

/** How many values computing anew changes. */
const computedAnew = (id: string): Promise<Answer> => world.run(recompute, { id });

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

test('when a rate changes the sums follow, and are what computing them anew would give', async () => {
  const { id: accountId } = await call('accounts.create', { name: 'Bora' });
  await call('deals.create', { name: 'Known', accountId, amount: '10', currency: 'EUR' });
  await call('deals.create', { name: 'Foreign', accountId, amount: '100', currency: 'CHF', closeDate: '2026-03-01' });
  const custom = async () => (await call('accounts.get', { id: accountId })).customFields;
  expect(await custom()).toEqual({ openDeals: 2, openValue: '10.00' });
  for (const [date, rate, openValue] of [
    ['2026-01-01', '1.1', '120.00'],
    ['2026-02-01', '0.5', '60.00'],
  ] as const) {
    await call('currencyRates.create', { currency: 'CHF', date, rate });
    await refresh();
    expect(await custom()).toEqual({ openDeals: 2, openValue });
    expect(await computedAnew(accountId)).toBe(0);
  }
});
