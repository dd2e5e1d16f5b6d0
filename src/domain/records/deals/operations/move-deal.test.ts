import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { renewals } from '../renewals.fixture.ts';
import { changeStage } from './change-stage.ts';
import { moveDeal } from './move-deal.ts';
import { stageHistory } from './stage-history.ts';

const world = await dealsWorld();
const { run, make, refuses, stages } = world;
const other = await run(renewals, {});

test('a deal moves to the stage that the mapping gives, with its history', async () => {
  const { id } = await make({ stage: 'Proposal', amount: '10' });
  const mapping = { [stages.Proposal ?? '']: 'Offer', Discovery: 'Talk' };
  expect(await run(moveDeal, { id, pipelineId: other.id, stages: mapping })).toMatchObject({
    pipeline: { id: other.id, name: 'Renewals' },
    stage: 'Offer',
    status: 'open',
    version: 2,
  });
  const { data } = await run(stageHistory, { id });
  expect(data.at(-1)).toMatchObject({ fromStage: 'Proposal', toStage: 'Offer', triggeredBy: 'user' });
  expect((await world.told('crm.deal.stage_changed')).at(-1)).toMatchObject({ dealId: id, toStage: 'Offer' });
});

test('a mapping that says nothing of the stage, or names stages that are not there, is refused', async () => {
  const { id } = await make({ stage: 'Proposal' });
  for (const mapping of [{}, { Discovery: 'Talk' }, { Proposal: 'Nowhere' }, { Nowhere: 'Talk' }])
    await expect(run(moveDeal, { id, pipelineId: other.id, stages: mapping as never })).rejects.toMatchObject({
      code: 'validation_failed',
    });
  await expect(
    run(moveDeal, { id, pipelineId: world.pipelineId, stages: { Proposal: 'Discovery' } }),
  ).rejects.toMatchObject({
    code: 'validation_failed',
  });
});

test('a stage of another pipeline is not come to by the way', async () => {
  const { id } = await make();
  await expect(run(changeStage, { id, stageId: other.stages[0].id })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  const { id } = await make();
  await refuses(moveDeal, { id, pipelineId: other.id, stages: { Qualification: 'Talk' } });
});
