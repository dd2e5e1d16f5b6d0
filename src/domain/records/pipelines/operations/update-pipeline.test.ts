import { expect, test } from 'vitest';
import { pipelinesWorld } from '../pipelines-world.fixture.ts';
import { listPipelines } from './list-pipelines.ts';
import { updatePipeline } from './update-pipeline.ts';

const world = await pipelinesWorld();
const { run, make, refuses } = world;

test('name, reasons and the default change, and that is told', async () => {
  const { id } = await make();
  expect(await run(updatePipeline, { id, name: 'Upsell', lossReasons: ['No'], isDefault: true })).toMatchObject({
    name: 'Upsell',
    lossReasons: ['No'],
    isDefault: true,
  });
  const { data } = await run(listPipelines, {});
  expect(data.filter((one: { isDefault: boolean }) => one.isDefault)).toHaveLength(1);
  expect(await world.eventTypes()).toContain('crm.pipeline.updated');
});

test('one stays the default, also when two are made it at once', async () => {
  const two = [await make(), await make()];
  await Promise.all(two.map(({ id }) => run(updatePipeline, { id, isDefault: true })));
  const { data } = await run(listPipelines, {});
  const chosen = data.filter((one: { isDefault: boolean }) => one.isDefault);
  expect(chosen).toHaveLength(1);
  await expect(run(updatePipeline, { id: chosen[0].id, isDefault: false })).rejects.toMatchObject({ code: 'conflict' });
});

test('mistakes, a missing permission and another workspace are refused', async () => {
  const { id } = await make();
  for (const values of [{ name: '' }, { stages: [] }])
    await expect(run(updatePipeline, { id, ...values } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(updatePipeline, { id, name: 'x' });
});
