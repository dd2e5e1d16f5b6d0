import { expect, test } from 'vitest';
import { z } from 'zod';
import { contact, contactsModule } from '#domain/records/contacts';
import { pipeline } from '#domain/records/pipelines';
import { defineOperation } from '#platform/operations';
import { getOperation, undoChangeSet } from '#platform/records';
import { dealsWorld } from '../deals-world.fixture.ts';
import { changeStage } from './change-stage.ts';
import { getDeal } from './get-deal.ts';
import { stageHistory } from './stage-history.ts';

const world = await dealsWorld();
const { run, make, refuses, stages, told } = world;

const undo = defineOperation({
  name: 'test.undo',
  summary: 'Takes back a change set.',
  kind: 'write',
  permission: 'changes:undo',
  input: z.strictObject({ id: z.string() }),
  run: (context, { id }) => undoChangeSet(context, id),
});
const changeSetId = () => world.ports.ids.next();

test('a move is kept with who made it, and told with what it is worth', async () => {
  const { id } = await make({ amount: '100' });
  expect(await run(changeStage, { id, stageId: stages.Proposal })).toMatchObject({
    stage: 'Proposal',
    probability: 50,
    version: 2,
  });
  expect(await run(changeStage, { id, stage: 'negotiation' })).toMatchObject({
    stage: 'Negotiation',
    forecastCategory: 'commit',
  });
  expect((await told('crm.deal.stage_changed'))[0]).toEqual({
    dealId: id,
    fromStage: 'Qualification',
    toStage: 'Proposal',
    fromStageId: stages.Qualification,
    toStageId: stages.Proposal,
    value: '100.00',
    currency: 'USD',
    triggeredBy: 'user',
  });
  const { data } = await run(stageHistory, { id });
  expect(data.map((one: { fromStage: string }) => one.fromStage)).toEqual([null, 'Qualification', 'Proposal']);
});

test('agents and keys are told apart from people', async () => {
  const { id } = await make();
  await run(changeStage, { id, stage: 'Discovery' }, { actor: { ...world.admin, type: 'agent' } });
  await run(changeStage, { id, stage: 'Proposal' }, { actor: { ...world.admin, type: 'key' } });
  expect((await told('crm.deal.stage_changed')).slice(-2).map((one) => one.triggeredBy)).toEqual([
    'agent',
    'automation',
  ]);
});

test('a stage asks for what it needs, which may come with the move', async () => {
  const { id } = await make();
  await world.database.write(world.workspaceId, async (tx) => {
    const { sql } = await import('#platform/database');
    await tx.rows(
      sql`update pipeline_stages set requires = '{amount,closeDate}' where workspace_id = kith.workspace_id() and name = 'Negotiation'`,
    );
  });
  const refused = run(changeStage, { id, stage: 'Negotiation' });
  await expect(refused).rejects.toMatchObject({
    code: 'stage_requires',
    status: 422,
    mistakes: [{ path: 'amount' }, { path: 'closeDate' }],
  });
  const values = { amount: '5', closeDate: '2026-12-01' };
  expect(await run(changeStage, { id, stage: 'Negotiation', values })).toMatchObject({
    stage: 'Negotiation',
    amount: '5.00',
  });
});

test('won makes customers of the people of the deal, and undo takes all of it back', async () => {
  const [ana, fan] = [await world.person(), await world.person({ lifecycleStage: 'evangelist' })];
  const { id } = await make({ contactId: ana.id });
  const other = await make({ contactId: fan.id });
  const set = changeSetId();
  await run(changeStage, { id, stage: 'won' }, { changeSetId: set });
  await run(changeStage, { id: other.id, stage: 'won' });
  const stageOf = async (one: { id: string }) => (await run(getOperation(contact), { id: one.id })).lifecycleStage;
  expect([await stageOf(ana), await stageOf(fan)]).toEqual(['customer', 'evangelist']);
  expect(await told('crm.deal.won')).toMatchObject([{ dealId: id }, { dealId: other.id }]);
  expect(await told('crm.contact.lifecycle_changed')).toMatchObject([{ from: 'subscriber', to: 'customer' }]);
  await run(undo, { id: set });
  expect(await stageOf(ana)).toBe('subscriber');
  expect(await run(getDeal, { id })).toMatchObject({
    stage: 'Qualification',
    status: 'open',
    closedAt: null,
    probability: 10,
  });
  const { data } = await run(stageHistory, { id });
  expect(data.map((one: { toStage: string }) => one.toStage)).toEqual(['Qualification', 'Closed Won', 'Qualification']);
});

test('lost asks for one of the reasons of its pipeline, and keeps it', async () => {
  const { id } = await make({ amount: '3' });
  for (const lostReason of [undefined, '', 'Bad luck'])
    await expect(run(changeStage, { id, stage: 'lost', lostReason })).rejects.toMatchObject({ code: 'stage_requires' });
  expect(await run(changeStage, { id, stage: 'lost', lostReason: 'Price' })).toMatchObject({
    status: 'lost',
    lostReason: 'Price',
  });
  expect(await told('crm.deal.lost')).toMatchObject([{ dealId: id, value: '3.00', reason: 'Price' }]);
  expect(await run(changeStage, { id, stage: 'Discovery' })).toMatchObject({ status: 'open', lostReason: null });
});

test('of two people who move one card one is told, if both say what they have seen', async () => {
  const { id } = await make();
  const both = ['Discovery', 'Proposal'].map((stage) => run(changeStage, { id, stage }, { expectedVersion: 1 }));
  const settled = await Promise.allSettled(both);
  expect(settled.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = settled.find((one) => one.status === 'rejected');
  expect(lost).toMatchObject({ reason: { code: 'version_changed' } });
});

test('of two who say nothing both are kept, one after the other', async () => {
  const { id } = await make();
  await Promise.all(['Discovery', 'Proposal'].map((stage) => run(changeStage, { id, stage })));
  const { data } = await run(stageHistory, { id });
  expect(data).toHaveLength(3);
  expect(data[2].fromStage).toBe(data[1].toStage);
});

test('no stage, two stages, an unknown one, a missing permission and another workspace are refused', async () => {
  const { id } = await make();
  expect(pipeline.name).toBe('pipeline');
  for (const input of [
    {},
    { stage: 'Nowhere' },
    { stage: 'Proposal', stageId: stages.Proposal },
    { stage: 'Proposal', values: { id } },
  ])
    await expect(run(changeStage, { id, ...input } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(changeStage, { id, stage: 'Proposal' });
});

test('won moves people forward alone, by the order that the workspace has given its stages of life', async () => {
  const updateLifecycle = contactsModule.operations?.find((one) => one.name === 'contacts.lifecycle.update') as never;
  const order = ['subscriber', 'customer', 'partner', 'lead', 'opportunity', 'evangelist'].map((name) => ({
    name,
    label: name,
  }));
  await run(updateLifecycle, { stages: order } as never);
  const people = [
    await world.person(),
    await world.person({ lifecycleStage: 'partner' }),
    await world.person({ lifecycleStage: 'lead' }),
  ];
  for (const { id: contactId } of people) await run(changeStage, { id: (await make({ contactId })).id, stage: 'won' });
  const now = people.map(async ({ id }) => (await run(getOperation(contact), { id })).lifecycleStage);
  expect(await Promise.all(now)).toEqual(['customer', 'partner', 'lead']);
});
