import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { rescoreAll } from '../jobs/rescore-all.ts';
import { defaultScoringModel } from '../rules/default-model.ts';
import { createContact, scoringWorld, undo } from '../scoring-world.fixture.ts';
import { getModel } from './get-model.ts';
import { getScore } from './get-score.ts';
import { updateModel } from './update-model.ts';

const world = await scoringWorld();
const weights = { firmographic: 100, behavioral: 0, intent: 0 };

test('a changed model scores everybody anew, and is told', async () => {
  const { id } = await world.run(createContact, { firstName: 'Ana', title: 'CEO' });
  await world.settle();
  expect(await world.run(updateModel, { weights })).toMatchObject({ weights, thresholds: { hot: 70 } });
  expect(await world.eventTypes()).toContain('scoring.model.applied');
  await world.work(rescoreAll, { changeSetId: world.ports.ids.next() });
  expect((await world.news()).at(-1)).toMatchObject({ data: { score: 30, breakdown: { firmographic: 30 } } });
  expect(await world.run(getScore, { id })).toMatchObject({ score: 30 });
});

test('the first change of the shipped model can be taken back, and the shipped one is in use again', async () => {
  const fresh = { actor: { ...world.stranger, id: world.admin.id } };
  await world.run(updateModel, { weights }, fresh);
  const last = await world.database
    .reader(world.stranger.workspaceId)
    .first<{ id: string }>(sql`select id from change_sets where records > 0 order by at desc limit 1`);
  await world.run(undo, { id: last?.id ?? '' }, fresh);
  expect(await world.run(getModel, {}, fresh)).toMatchObject({ weights: defaultScoringModel.weights });
  await world.run(updateModel, { activityWindowDays: 100 }, fresh);
  expect(await world.run(getModel, {}, fresh)).toMatchObject({ activityWindowDays: 100 });
});

test('a section that is left out is the shipped one again', async () => {
  await world.run(updateModel, { weights });
  expect(await world.run(updateModel, {})).toEqual(JSON.parse(JSON.stringify(defaultScoringModel)));
  expect(await world.run(getModel, {})).toMatchObject({ weights: defaultScoringModel.weights });
});

test('of two who have seen the same version, the second is refused', async () => {
  await expect(world.run(updateModel, { weights }, { expectedVersion: 99 })).rejects.toMatchObject({
    code: 'version_changed',
  });
});

test('the same model again is no change', async () => {
  await world.run(updateModel, { weights });
  const before = (await world.eventTypes()).length;
  await world.run(updateModel, { weights });
  expect(await world.eventTypes()).toHaveLength(before);
});

test('weights that do not add up, and other nonsense, are refused with the place', async () => {
  const wrong = [
    { weights: { firmographic: 50, behavioral: 35, intent: 25 } },
    { weights: { firmographic: 140, behavioral: -40, intent: 0 } },
    { weights: { firmographic: 100 } },
    { thresholds: { salesReady: 10, hot: 70, warm: 50 } },
    { activityWindowDays: 1 },
    { colour: 'red' },
  ];
  for (const input of wrong)
    await expect(world.run(updateModel, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(world.run(updateModel, wrong[0] as never)).rejects.toMatchObject({
    mistakes: [{ path: 'weights', message: 'The weights must add up to 100; 50 + 35 + 25 is 110.' }],
  });
});

test('it is refused without the permission', async () => {
  const actor = world.actorWith('scoring:read');
  await expect(world.run(updateModel, { weights }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});

test('another workspace keeps its own model', async () => {
  await world.run(updateModel, { weights });
  expect(await world.run(getModel, {}, { actor: world.stranger })).toMatchObject({
    weights: defaultScoringModel.weights,
    activityWindowDays: 100,
  });
});
