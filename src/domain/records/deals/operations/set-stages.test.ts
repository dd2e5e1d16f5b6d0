import { expect, test } from 'vitest';
import { z } from 'zod';
import { pipeline } from '#domain/records/pipelines';
import { defineOperation } from '#platform/operations';
import { deleteOperation, getOperation, undoChangeSet } from '#platform/records';
import { dealsWorld } from '../deals-world.fixture.ts';
import { renewals } from '../renewals.fixture.ts';
import { deleteDeal } from './delete-deal.ts';
import { getDeal } from './get-deal.ts';
import { restoreDeal } from './restore-deal.ts';
import { setStages } from './set-stages.ts';
import { stageHistory } from './stage-history.ts';

const world = await dealsWorld();
const { run, make, refuses } = world;
interface Shown {
  id: string;
  name: string;
}
const fresh = async (name: string) => run(renewals, { name });
const without = (stages: Shown[], name: string) =>
  stages.filter((one) => one.name !== name).map(({ id, name: own }) => ({ id, name: own }));
const undo = defineOperation({
  name: 'test.undo',
  summary: 'Takes back a change set.',
  kind: 'write',
  permission: 'changes:undo',
  input: z.strictObject({ id: z.string() }),
  run: (context, { id }) => undoChangeSet(context, id),
});

test('stages are renamed, added and put in order; their deals follow the name at once', async () => {
  const { id, stages } = await fresh('A');
  const deal = await make({ pipelineId: id });
  const list = [
    { name: 'Prepare' },
    ...stages.map((one: Shown) => ({ id: one.id, name: one.name === 'Talk' ? 'Listen' : one.name })),
  ];
  const after = await run(setStages, { id, stages: list });
  expect(after.stages.map((one: Shown) => one.name)).toEqual(['Prepare', 'Listen', 'Offer', 'Yes', 'No']);
  expect(await run(getDeal, { id: deal.id })).toMatchObject({ stage: 'Listen', stageId: stages[0].id, version: 1 });
});

test('a stage with deals asks where they go, and they go there', async () => {
  const { id, stages } = await fresh('B');
  const deal = await make({ pipelineId: id, stage: 'Offer' });
  const list = without(stages, 'Offer');
  await expect(run(setStages, { id, stages: list })).rejects.toMatchObject({
    code: 'stage_in_use',
    mistakes: [{ path: `moveTo.${stages[1].id}` }],
  });
  for (const moveTo of [{ [stages[1].id]: 'sg_x' }, { sg_x: stages[0].id }])
    await expect(run(setStages, { id, stages: list, moveTo })).rejects.toMatchObject({ code: 'validation_failed' });
  await run(setStages, { id, stages: [...list, { name: 'Pilot' }], moveTo: { [stages[1].id]: 'Pilot' } });
  expect(await run(getDeal, { id: deal.id })).toMatchObject({ stage: 'Pilot', status: 'open' });
  expect((await run(stageHistory, { id: deal.id })).data.at(-1)).toMatchObject({
    fromStage: 'Offer',
    toStage: 'Pilot',
  });
});

test('taken back, the stage is there again and its deals stand in it', async () => {
  const { id, stages } = await fresh('C');
  const deal = await make({ pipelineId: id, stage: 'Offer' });
  const changeSetId = world.ports.ids.next();
  await run(setStages, { id, stages: without(stages, 'Offer'), moveTo: { [stages[1].id]: 'Talk' } }, { changeSetId });
  await run(undo, { id: changeSetId });
  expect((await run(getOperation(pipeline), { id })).stages).toEqual(stages);
  expect(await run(getDeal, { id: deal.id })).toMatchObject({ stage: 'Offer', stageId: stages[1].id });
});

test('a deal that is restored to a stage that is gone comes to the first one of its kind', async () => {
  const { id, stages } = await fresh('D');
  const deal = await make({ pipelineId: id, stage: 'Offer' });
  await run(deleteDeal, { id: deal.id });
  await run(setStages, { id, stages: without(stages, 'Offer') });
  expect(await run(restoreDeal, { id: deal.id })).toMatchObject({ stage: 'Talk', pipelineId: id });
});

test('a pipeline with deals is not deleted', async () => {
  const { id } = await fresh('E');
  await make({ pipelineId: id });
  await expect(run(deleteOperation(pipeline), { id })).rejects.toMatchObject({ code: 'stage_in_use' });
});

test('required fields must be fields of deals; mistakes, a missing permission and another workspace are refused', async () => {
  const { id, stages } = await fresh('F');
  const list = without(stages, '');
  const requiring = (field: string) => list.map((one) => (one.name === 'Offer' ? { ...one, requires: [field] } : one));
  await expect(run(setStages, { id, stages: requiring('amuont') })).rejects.toThrow(/Did you mean 'amount'/);
  await run(setStages, { id, stages: requiring('amount') });
  await expect(make({ pipelineId: id, stage: 'Offer' })).rejects.toMatchObject({ code: 'stage_requires' });
  expect(await make({ pipelineId: id, stage: 'Offer', amount: '1' })).toMatchObject({ stage: 'Offer' });
  await expect(run(setStages, { id, stages: list.slice(0, 2) as never })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await refuses(setStages, { id, stages: list });
});

test('a stage that deals were moved to goes when that is taken back', async () => {
  const { id, stages } = await fresh('Moved');
  const deal = await make({ pipelineId: id, stage: 'Offer' });
  const changeSetId = world.ports.ids.next();
  const list = [...without(stages, 'Offer'), { name: 'Pilot' }];
  await run(setStages, { id, stages: list, moveTo: { [stages[1].id]: 'Pilot' } }, { changeSetId });
  await run(undo, { id: changeSetId });
  expect((await run(getOperation(pipeline), { id })).stages).toEqual(stages);
  expect(await run(getDeal, { id: deal.id })).toMatchObject({ stage: 'Offer', stageId: stages[1].id });
});
