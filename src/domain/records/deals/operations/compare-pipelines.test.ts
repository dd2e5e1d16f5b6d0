import { expect, test } from 'vitest';
import { dealsWorld } from '../deals-world.fixture.ts';
import { renewals } from '../renewals.fixture.ts';
import { comparePipelines } from './compare-pipelines.ts';

const world = await dealsWorld();
const { run, make, refuses, pipelineId } = world;
const { id } = await run(renewals, {});
await make({ pipelineId: id, amount: '10', stage: 'Yes' });
await make({ amount: '20', stage: 'won' });
await make({ amount: '20', stage: 'lost', lostReason: 'Price' });

test('pipelines stand side by side, and the best in each is named', async () => {
  const { data, best } = await run(comparePipelines, { ids: `${id},${pipelineId}` });
  expect(data.map((one: { pipeline: { id: string }; winRate: number }) => [one.pipeline.id, one.winRate])).toEqual([
    [id, 1],
    [pipelineId, 0.5],
  ]);
  expect(best).toMatchObject({ winRate: id, wonAmount: pipelineId });
  expect((await run(comparePipelines, {})).data).toHaveLength(2);
});

test('it is refused without the permission or with wrong input, and another workspace sees only its own', async () => {
  await refuses(comparePipelines, {}, 'strange');
  expect((await run(comparePipelines, {}, { actor: world.stranger })).data).toMatchObject([{ won: { count: 0 } }]);
  await expect(run(comparePipelines, { ids: id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});
