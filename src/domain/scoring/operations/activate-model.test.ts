import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { rescoreAll } from '../jobs/rescore-all.ts';
import { createContact, scoringWorld } from '../scoring-world.fixture.ts';
import { activateModel } from './activate-model.ts';
import { getModel } from './get-model.ts';
import { getScore } from './get-score.ts';
import { listModels } from './list-models.ts';

const world = await scoringWorld();
const weights = { firmographic: 100, behavioral: 0, intent: 0 };
const inUse = async () =>
  (await world.run(listModels, {})).data
    .filter(({ active }: { active: boolean }) => active)
    .map(({ id }: { id: string }) => id);

test('scores are made by the model that is put into use, one at a time; taken back, they are as before', async () => {
  const contact = await world.run(createContact, { firstName: 'Ana', title: 'CEO' });
  await world.settle();
  const { id } = await world.draft({ weights });
  expect(await world.run(getScore, { id: contact.id })).toMatchObject({ score: 12 });
  expect(await world.use(id)).toMatchObject({ active: true });
  expect(await inUse()).toEqual([id]);
  expect(await world.run(getModel, {})).toMatchObject({ weights });
  expect((await world.news()).at(-1)).toMatchObject({ data: { score: 30 } });
  await world.undoLast();
  await world.work(rescoreAll, { changeSetId: world.ports.ids.next() });
  expect(await inUse()).not.toEqual([id]);
  expect(await world.run(getScore, { id: contact.id })).toMatchObject({ score: 12 });
});

test('of two that are put into use at once, one is in use', async () => {
  const drafts = [await world.draft(), await world.draft({ weights })];
  await Promise.all(drafts.map(({ id }) => world.run(activateModel, { id })));
  expect(await inUse()).toHaveLength(1);
});

test('one that is in use already is left as it is; it is refused without the permission and to strangers', async () => {
  const { id } = await world.draft();
  await world.use(id);
  const before = (await world.eventTypes()).length;
  expect(await world.run(activateModel, { id })).toMatchObject({ active: true });
  expect(await world.eventTypes()).toHaveLength(before);
  await refusalsIn(world)(activateModel, { id });
});
