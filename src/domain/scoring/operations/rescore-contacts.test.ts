import { expect, test } from 'vitest';
import { rescoreAll } from '../jobs/rescore-all.ts';
import { createContact, logActivity, scoringWorld } from '../scoring-world.fixture.ts';
import { getScore } from './get-score.ts';
import { rescoreContacts } from './rescore-contacts.ts';

const world = await scoringWorld();

test('named contacts are scored at once, and told of when their score is another', async () => {
  const { id } = await world.run(createContact, { firstName: 'Ana', title: 'CEO' });
  expect(await world.run(rescoreContacts, { ids: [id, id] })).toEqual({ status: 'done', scored: 1, changed: 1 });
  expect(await world.run(rescoreContacts, { ids: [id] })).toEqual({ status: 'done', scored: 1, changed: 0 });
  const news = (await world.news()).filter(({ type }) => type === 'crm.contact.scored');
  expect(news.map(({ data }) => data)).toEqual([
    {
      score: 12,
      tier: 'COLD',
      previousTier: 'COLD',
      tierChanged: false,
      breakdown: { firmographic: 30, behavioral: 0, intent: 0 },
    },
  ]);
});

test('all contacts are scored by a job, and a second run finds nothing to do', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 25; i++) ids.push((await world.run(createContact, { firstName: `P${i}`, title: 'CFO' })).id);
  const before = (await world.news()).length;
  expect(await world.run(rescoreContacts, { all: true })).toMatchObject({ status: 'running' });
  await world.work(rescoreAll, { changeSetId: world.ports.ids.next() });
  await world.work(rescoreAll, { changeSetId: world.ports.ids.next() });
  const news = (await world.news()).slice(before);
  expect(news).toHaveLength(1);
  expect(news[0]).toMatchObject({ type: 'crm.contact.scored', data: {} });
  expect(news[0]?.record_ids).toHaveLength(25);
  expect(await world.run(getScore, { id: ids[0] as string })).toMatchObject({ score: 12 });
});

test('contacts of another workspace are not scored', async () => {
  const { id } = await world.run(createContact, { firstName: 'Bo', title: 'CEO' });
  await world.run(logActivity, { type: 'meeting', contactId: id });
  const answer = await world.run(rescoreContacts, { ids: [id] }, { actor: world.stranger });
  expect(answer).toEqual({ status: 'done', scored: 0, changed: 0 });
});

test('mistakes and missing permissions are refused', async () => {
  const wrong = [{}, { ids: [] }, { ids: ['x'] }, { ids: ['ct_1'], all: true }, { all: false }, { ids: 'ct_1' }];
  for (const input of wrong)
    await expect(world.run(rescoreContacts, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
  const actor = world.actorWith('contacts:read');
  await expect(world.run(rescoreContacts, { all: true }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});
