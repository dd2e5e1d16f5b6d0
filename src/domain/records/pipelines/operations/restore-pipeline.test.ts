import { expect, test } from 'vitest';
import { pipelinesWorld } from '../pipelines-world.fixture.ts';
import { deletePipeline } from './delete-pipeline.ts';
import { restorePipeline } from './restore-pipeline.ts';

const world = await pipelinesWorld();
const { run, make, refuses } = world;

test('it does not come back under a name that has been taken meanwhile', async () => {
  const { id } = await make({ name: 'Once' });
  await run(deletePipeline, { id });
  await make({ name: 'Once' });
  await expect(run(restorePipeline, { id })).rejects.toMatchObject({ code: 'conflict' });
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  const { id } = await make();
  await run(deletePipeline, { id });
  await refuses(restorePipeline, { id });
});
