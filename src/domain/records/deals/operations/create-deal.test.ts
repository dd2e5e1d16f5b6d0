import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { createDeal } from './create-deal.ts';

const world = await dealsWorld();
const { run, make, refuses, stages, pipelineId } = world;

test('a deal goes the default way from its first stage, and that is told', async () => {
  const made = await make({ name: '  New   server ', value: '1234.5', expectedClose: '2026-12-01' });
  expect(made).toMatchObject({
    id: expect.stringMatching(/^dl_/),
    name: 'New server',
    pipelineId,
    stageId: stages.Qualification,
    stage: 'Qualification',
    status: 'open',
    amount: '1234.50',
    currency: 'USD',
    baseAmount: '1234.50',
    probability: 10,
    forecastCategory: 'pipeline',
    closeDate: '2026-12-01',
    needsAccount: true,
    closedAt: null,
    version: 1,
  });
  expect(await world.eventTypes()).toEqual(['crm.deal.created']);
});

test('it may begin at any stage, by id or by name, and be won at once', async () => {
  expect(await make({ stage: 'proposal' })).toMatchObject({ stageId: stages.Proposal, probability: 50 });
  expect(await make({ stageId: stages.Negotiation, probability: 60 })).toMatchObject({ probability: 60 });
  const won = await make({ stage: 'won' });
  expect(won).toMatchObject({
    status: 'won',
    probability: 100,
    closedAt: expect.any(String),
    closeDate: expect.any(String),
  });
  expect(await world.told('crm.deal.won')).toMatchObject([{ dealId: won.id }]);
});

test('business with somebody is business with the company that they work for', async () => {
  const account = await run(
    (await import('#platform/records')).createOperation((await import('#domain/records/accounts')).account),
    { name: 'Ada GmbH' },
  );
  const contact = await world.person({ accountId: account.id });
  expect(await make({ contactId: contact.id })).toMatchObject({
    account: { id: account.id, name: 'Ada GmbH' },
    needsAccount: false,
  });
});

test.each([
  ['no name', { name: ' ' }],
  ['twenty digits', { amount: '12345678901234567890' }],
  ['three digits after the point', { amount: '1.005' }],
  ['words for an amount', { amount: 'much' }],
  ['an exponent', { amount: 1e21 }],
  ['two names of one field', { amount: '1', value: '2' }],
  ['a currency that is none', { currency: 'XXX' }],
  ['a stage that is not there', { stage: 'Proposol' }],
  ['a stage id that is not there', { stageId: 'sg_00000000000000000000000000000000' }],
  ['a pipeline that is not there', { pipelineId: 'pl_00000000000000000000000000000000' }],
  ['a probability beyond 100', { probability: 101 }],
  ['a day that is none', { closeDate: '2026-02-30' }],
  ['a year before all', { closeDate: '0000-01-01' }],
  ['an account that is not there', { accountId: 'ac_00000000000000000000000000000000' }],
])('%s is refused', async (_what, values) => {
  await expect(make(values)).rejects.toMatchObject({ code: 'validation_failed' });
});

test('a stage that is nearly right is suggested; lost asks why', async () => {
  await expect(make({ stage: 'Proposol' })).rejects.toThrow(/Did you mean 'Proposal'/);
  await expect(make({ stage: 'Closed Lost' })).rejects.toMatchObject({ code: 'stage_requires', status: 422 });
  expect(await make({ stage: 'Closed Lost', lostReason: 'Price' })).toMatchObject({ status: 'lost', probability: 0 });
});

test('it is refused without the permission, and a stage of another workspace is none here', async () => {
  await refuses(createDeal, { name: 'x' }, 'strange');
  await expect(
    run(createDeal, { name: 'x', stageId: stages.Proposal }, { actor: world.stranger }),
  ).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
