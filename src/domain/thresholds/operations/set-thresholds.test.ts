import { expect, test } from 'vitest';
import { thresholdsWorld } from '../thresholds-world.fixture.ts';
import { listThresholds } from './list-thresholds.ts';
import { setThresholds } from './set-thresholds.ts';

const world = await thresholdsWorld();
const { run, pipelineId } = world;
const few = { name: 'Too little to do', measure: 'open_deals', pipelineId, side: 'below', limit: 3 };

test('lines are drawn, moved and taken away as a whole, which is announced', async () => {
  const [first] = await world.draw(few, { name: 'Put aside', measure: 'failed_events', limit: 0 });
  expect(first).toMatchObject({ ...few, id: expect.stringMatching(/^th_/) });
  await world.draw({ ...few, id: first.id, limit: 5 });
  expect((await run(listThresholds, {})).data).toMatchObject([{ id: first.id, limit: 5 }]);
  expect((await world.eventTypes()).filter((type) => type === 'kith.threshold.set')).toHaveLength(2);
});

test('a line that stays as it is stays crossed, one that was moved is looked at anew', async () => {
  const [drawn] = await world.draw(few);
  await world.look();
  const [renamed] = await world.draw({ ...few, id: drawn.id, name: 'Empty' });
  expect(renamed.exceededAt).not.toBeNull();
  const [moved] = await world.draw({ ...few, id: drawn.id, limit: 2 });
  expect(moved.exceededAt).toBeNull();
});

test.each([
  ['a figure of a pipeline without one', { ...few, pipelineId: undefined }],
  ['a pipeline that is not there', { ...few, pipelineId: `pl_${'0'.repeat(32)}` }],
  ['a handler for a figure of a pipeline', { ...few, handler: 'search.index' }],
  ['a pipeline for a figure of handlers', { ...few, measure: 'handler_behind' }],
  ['a handler that is not there', { name: 'x', measure: 'handler_behind', handler: 'nobody', limit: 1 }],
  ['a line that is not there', { ...few, id: `th_${'0'.repeat(32)}` }],
  ['a figure that is none', { ...few, measure: 'luck' }],
])('%s is refused', async (_what, threshold) => {
  await expect(world.draw(threshold)).rejects.toMatchObject({ code: 'validation_failed' });
});

test('it is refused without the permission, and another workspace has lines of its own', async () => {
  const actor = world.actorWith('thresholds:read');
  await expect(run(setThresholds, { thresholds: [] }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  const before = (await run(listThresholds, {})).data;
  await run(setThresholds, { thresholds: [] }, { actor: world.stranger });
  expect((await run(listThresholds, {})).data).toEqual(before);
});
