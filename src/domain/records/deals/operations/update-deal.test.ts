import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { updateDeal } from './update-deal.ts';

const world = await dealsWorld();
const { run, make, refuses, stages } = world;

test('a change keeps what it does not name, and is told', async () => {
  const { id } = await make({ amount: '10', nextStep: 'Call' });
  expect(await run(updateDeal, { id, value: '20.10', probability: 33 })).toMatchObject({
    amount: '20.10',
    baseAmount: '20.10',
    probability: 33,
    nextStep: 'Call',
    stage: 'Qualification',
    version: 2,
  });
  expect(await world.eventTypes()).toContain('crm.deal.updated');
});

test('an amount goes along with its currency, or is refused by it', async () => {
  const { id } = await make({ amount: '1234.50' });
  expect(await run(updateDeal, { id, currency: 'kwd' })).toMatchObject({
    amount: '1234.500',
    currency: 'KWD',
    baseAmount: null,
  });
  await expect(run(updateDeal, { id, currency: 'JPY' })).rejects.toMatchObject({
    code: 'validation_failed',
    mistakes: [{ path: 'amount' }],
  });
  expect(await run(updateDeal, { id, currency: 'JPY', amount: '1234' })).toMatchObject({ amount: '1234' });
});

test('a stage can be set as any value, and a deal that is closed keeps its day', async () => {
  const { id } = await make();
  const won = await run(updateDeal, { id, stageId: stages['Closed Won'] });
  expect(won).toMatchObject({ status: 'won', probability: 100 });
  expect(await run(updateDeal, { id, nextStep: 'Thank them' })).toMatchObject({ closedAt: won.closedAt });
  expect(await run(updateDeal, { id, stage: 'Discovery' })).toMatchObject({
    status: 'open',
    closedAt: null,
    probability: 25,
  });
});

test('mistakes, a stale version, a missing permission and another workspace are refused', async () => {
  const { id } = await make();
  for (const values of [
    { name: '' },
    { amount: '1.001' },
    { lostReason: 'Price' },
    { status: 'won' },
    { baseAmount: '1' },
  ])
    await expect(run(updateDeal, { id, ...values })).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(updateDeal, { id, name: 'x' }, { expectedVersion: 7 })).rejects.toMatchObject({
    code: 'version_changed',
  });
  await refuses(updateDeal, { id, name: 'x' });
});
