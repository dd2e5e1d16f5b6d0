import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { scoringWorld } from '../scoring-world.fixture.ts';
import { listModels } from './list-models.ts';

const world = await scoringWorld();
const list = async () => (await world.run(listModels, {})).data;

test('the shipped model stands first as long as it is in use', async () => {
  expect(await list()).toMatchObject([{ id: null, active: true, version: 0 }]);
  const draft = await world.draft();
  expect(await list()).toMatchObject([
    { id: null, active: true },
    { id: draft.id, active: false },
  ]);
  await world.use(draft.id);
  expect(await list()).toMatchObject([{ id: draft.id, active: true }]);
});

test('it is refused without the permission, and another workspace has the shipped one', async () => {
  await refusalsIn(world)(listModels, {}, 'strange');
  expect((await world.run(listModels, {}, { actor: world.stranger })).data).toMatchObject([{ id: null }]);
});
