import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { rescoreAll } from '../jobs/rescore-all.ts';
import { createContact, scoringWorld } from '../scoring-world.fixture.ts';
import { getModel } from './get-model.ts';
import { getScore } from './get-score.ts';
import { listModels } from './list-models.ts';
import { rollBackModel } from './roll-back-model.ts';
import { updateModel } from './update-model.ts';

const world = await scoringWorld();

test('the model in use is again what it was, and so are the scores; that is a version of its own', async () => {
  const contact = await world.run(createContact, { firstName: 'Ana', title: 'CEO' });
  await world.settle();
  await world.run(updateModel, { weights: { firmographic: 100, behavioral: 0, intent: 0 } });
  await world.work(rescoreAll, { changeSetId: world.ports.ids.next() });
  expect(await world.run(getScore, { id: contact.id })).toMatchObject({ score: 30 });
  const [{ id }] = (await world.run(listModels, {})).data;
  expect(await world.run(rollBackModel, { id, version: 0 })).toMatchObject({ version: 2, active: true });
  expect((await world.eventTypes()).filter((type) => type === 'scoring.model.applied')).toHaveLength(2);
  await world.work(rescoreAll, { changeSetId: world.ports.ids.next() });
  expect(await world.run(getScore, { id: contact.id })).toMatchObject({ score: 12 });
  await world.undoLast();
  expect(await world.run(getModel, {})).toMatchObject({ weights: { firmographic: 100 } });
});

test('a version that there never was is refused, with those that there are; so is who may not', async () => {
  const { id } = await world.draft();
  await expect(world.run(rollBackModel, { id, version: 9 })).rejects.toMatchObject({
    code: 'not_found',
    message: expect.stringContaining('It has 1.'),
  });
  await refusalsIn(world)(rollBackModel, { id, version: 1 });
});
