import { expect, test } from 'vitest';
import { pipelinesWorld } from '../pipelines-world.fixture.ts';
import { listPipelines } from './list-pipelines.ts';

const world = await pipelinesWorld();
const { run, make, refuses } = world;

test('pipelines come oldest first, and are filtered by name', async () => {
  await make({ name: 'B' });
  const { id } = await make({ name: 'A' });
  expect((await run(listPipelines, {})).data.map((one: { name: string }) => one.name)).toEqual(['Sales', 'B', 'A']);
  expect((await run(listPipelines, { filter: { name: { eq: 'A' } } })).data).toMatchObject([{ id }]);
});

test('it is refused without the permission, and another workspace sees only its own', async () => {
  await refuses(listPipelines, {}, 'strange');
  expect((await run(listPipelines, {}, { actor: world.stranger })).data).toHaveLength(1);
});
