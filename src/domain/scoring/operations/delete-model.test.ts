import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { scoringWorld } from '../scoring-world.fixture.ts';
import { deleteModel } from './delete-model.ts';
import { getAnyModel } from './get-any-model.ts';

const world = await scoringWorld();

test('a draft goes; the model in use does not', async () => {
  const { id } = await world.draft();
  await refusalsIn(world)(deleteModel, { id });
  await world.run(deleteModel, { id });
  await expect(world.run(getAnyModel, { id })).rejects.toMatchObject({ code: 'not_found' });
  const used = await world.draft();
  await world.use(used.id);
  await expect(world.run(deleteModel, { id: used.id })).rejects.toMatchObject({ code: 'conflict' });
});
