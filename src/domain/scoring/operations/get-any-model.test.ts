import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { scoringWorld } from '../scoring-world.fixture.ts';
import { editModel } from './edit-model.ts';
import { getAnyModel } from './get-any-model.ts';

const world = await scoringWorld();

test('a model is shown as it is, and as it was at a moment', async () => {
  const { id } = await world.draft();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const asOf = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await world.run(editModel, { id, description: 'Changed' });
  expect(await world.run(getAnyModel, { id })).toMatchObject({ description: 'Changed', version: 2 });
  expect(await world.run(getAnyModel, { id, asOf })).toMatchObject({ description: '', version: 1 });
  await refusalsIn(world)(getAnyModel, { id });
});
