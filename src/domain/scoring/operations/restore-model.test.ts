import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { scoringWorld } from '../scoring-world.fixture.ts';
import { deleteModel } from './delete-model.ts';
import { restoreModel } from './restore-model.ts';

const world = await scoringWorld();

test('a deleted draft comes back', async () => {
  const { id, name } = await world.draft();
  await world.run(deleteModel, { id });
  expect(await world.run(restoreModel, { id })).toMatchObject({ name, deletedAt: null, active: false });
  await refusalsIn(world)(restoreModel, { id });
});
