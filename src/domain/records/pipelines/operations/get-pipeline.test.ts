import { expect, test } from 'vitest';
import { pipelinesWorld } from '../pipelines-world.fixture.ts';
import { getPipeline } from './get-pipeline.ts';
import { updatePipeline } from './update-pipeline.ts';

const world = await pipelinesWorld();
const { run, make, refuses } = world;

test('a pipeline comes with its stages, as it is or as it was', async () => {
  const made = await make();
  expect(await run(getPipeline, { id: made.id })).toEqual(made);
  await new Promise((resolve) => setTimeout(resolve, 3));
  await run(updatePipeline, { id: made.id, name: 'Later' });
  expect(await run(getPipeline, { id: made.id, asOf: made.createdAt })).toMatchObject({
    name: made.name,
    stages: made.stages,
  });
});

test('it is refused without the permission and to another workspace', async () => {
  await refuses(getPipeline, { id: (await make()).id });
});
