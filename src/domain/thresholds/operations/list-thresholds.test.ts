import { expect, test } from 'vitest';
import { thresholdsWorld } from '../thresholds-world.fixture.ts';
import { listThresholds } from './list-thresholds.ts';

const world = await thresholdsWorld();
const { run, pipelineId } = world;

test('lines are listed in their order, with what their figures were and since when they are crossed', async () => {
  await world.draw(
    { name: 'Handlers are behind', measure: 'handler_lag_seconds', limit: 60 },
    { name: 'Too little to do', measure: 'open_deals', pipelineId, side: 'below', limit: 3 },
  );
  const fresh = (await run(listThresholds, {})).data;
  expect(fresh).toMatchObject([{ name: 'Handlers are behind', value: null, lookedAt: null }, { exceededAt: null }]);
  await world.look();
  expect((await run(listThresholds, {})).data[1]).toMatchObject({
    pipelineId,
    side: 'below',
    limit: 3,
    value: 0,
    exceededAt: expect.any(String),
  });
});

test('it is refused without the permission, with input that it does not know, and shows nothing of others', async () => {
  const actor = world.actorWith('deals:read');
  await expect(run(listThresholds, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(run(listThresholds, { all: true } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  expect(await run(listThresholds, {}, { actor: world.stranger })).toEqual({ data: [] });
});
