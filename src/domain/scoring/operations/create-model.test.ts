import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { scoringWorld } from '../scoring-world.fixture.ts';
import { createModel } from './create-model.ts';
import { updateModel } from './update-model.ts';

const world = await scoringWorld();
const weights = { firmographic: 100, behavioral: 0, intent: 0 };

test('a new model is a copy of the one in use, or of another, and moves no score', async () => {
  await world.run(updateModel, { weights });
  const copy = await world.run(createModel, { name: 'Next year' });
  expect(copy).toMatchObject({ name: 'Next year', active: false, version: 1, config: { weights } });
  const other = await world.draft({ activityWindowDays: 120 });
  const second = await world.run(createModel, { name: 'Copy', description: 'Why not', from: other.id });
  expect(second).toMatchObject({ description: 'Why not', config: { activityWindowDays: 120 } });
  const types = await world.eventTypes();
  expect(types).toContain('scoring.model.created');
  expect(types.filter((type) => type === 'scoring.model.applied')).toHaveLength(1);
});

test('a name that is taken and a model that makes no sense are refused; so is who may not', async () => {
  await world.run(createModel, { name: 'Mine' });
  await expect(world.run(createModel, { name: ' Mine ' })).rejects.toMatchObject({ code: 'already_known' });
  const config = { weights: { firmographic: 50, behavioral: 50, intent: 50 } };
  await expect(world.run(createModel, { name: 'Wrong', config } as never)).rejects.toMatchObject({
    code: 'validation_failed',
    mistakes: [{ path: 'config.weights' }],
  });
  await refusalsIn(world)(createModel, { name: 'Another' }, 'strange');
});
