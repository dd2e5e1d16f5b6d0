import { expect, test } from 'vitest';
import { pipelinesWorld } from '../pipelines-world.fixture.ts';
import { deletePipeline } from './delete-pipeline.ts';
import { getPipeline } from './get-pipeline.ts';
import { listPipelines } from './list-pipelines.ts';
import { restorePipeline } from './restore-pipeline.ts';

const world = await pipelinesWorld();
const { run, make, refuses } = world;

test('a pipeline is deleted and comes back with its stages, which is told', async () => {
  const made = await make();
  await run(deletePipeline, { id: made.id });
  await expect(run(getPipeline, { id: made.id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await run(restorePipeline, { id: made.id })).toMatchObject({ stages: made.stages });
  expect(await world.eventTypes()).toEqual(expect.arrayContaining(['crm.pipeline.deleted', 'crm.pipeline.restored']));
});

test('the default, a missing permission and another workspace are refused', async () => {
  const { data } = await run(listPipelines, {});
  const chosen = data.find((one: { isDefault: boolean }) => one.isDefault);
  await expect(run(deletePipeline, { id: chosen.id })).rejects.toMatchObject({ code: 'conflict' });
  await refuses(deletePipeline, { id: (await make()).id });
});
