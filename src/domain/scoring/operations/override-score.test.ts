import { expect, test } from 'vitest';
import { frozenClock } from '#platform/clock';
import { sql } from '#platform/database';
import { fadeScores } from '../jobs/fade-scores.ts';
import { createContact, logActivity, scoringWorld } from '../scoring-world.fixture.ts';
import { getScore } from './get-score.ts';
import { overrideScore } from './override-score.ts';

const clock = frozenClock(new Date());
const world = await scoringWorld({ clock });
const make = async () => (await world.run(createContact, { firstName: 'Ana', title: 'CEO' })).id as string;
test('a score set by hand stands at once, beside the computed one, with who, why and when', async () => {
  const id = await make();
  const answer = await world.run(overrideScore, { id, score: 91, reason: 'Signed a letter of intent' });
  expect(answer).toMatchObject({ score: 91, tier: 'SALES_READY', grade: 'A', computed: { score: 12, tier: 'COLD' } });
  expect(answer.override).toMatchObject({ reason: 'Signed a letter of intent', byName: world.admin.name, until: null });
  await world.settle();
  expect(await world.run(getScore, { id })).toMatchObject({ score: 91, override: { score: 91 } });
});

test('it survives what happens afterwards, is announced, and stands in the audit trail', async () => {
  const id = await make();
  await world.run(overrideScore, { id, score: 75, reason: 'Met at a fair' });
  await world.run(logActivity, { type: 'demo_request', contactId: id });
  await world.settle();
  expect(await world.run(getScore, { id })).toMatchObject({ score: 75, computed: { score: 27 } });
  expect((await world.news()).filter(({ type }) => type === 'crm.lead.qualified').length).toBeGreaterThan(0);
  const sets = await world.database
    .reader(world.workspaceId)
    .rows(sql`select operation, actor_name from change_sets where operation = 'contacts.overrideScore'`);
  expect(sets).toContainEqual({ operation: 'contacts.overrideScore', actor_name: world.admin.name });
});

test('its time ends by itself', async () => {
  const id = await make();
  const until = new Date(clock.now().getTime() + 3_600_000).toISOString();
  await world.run(overrideScore, { id, score: 5, reason: 'On parental leave', until });
  clock.advance(3 * 3_600_000);
  await world.work(fadeScores, {});
  expect(await world.run(getScore, { id })).toMatchObject({ score: 12, override: null });
  expect((await world.news()).at(-1)).toMatchObject({ data: { score: 12 } });
});

test('a reason is needed, 0 to 100, and a time that has not passed', async () => {
  const id = await make();
  const wrong = [
    { score: 50 },
    { score: 50, reason: '  ' },
    { score: 101, reason: 'x' },
    { score: 1.5, reason: 'x' },
    { score: 50, reason: 'x', until: '2020-01-01T00:00:00Z' },
  ];
  for (const one of wrong)
    await expect(world.run(overrideScore, { id, ...one } as never)).rejects.toMatchObject({
      code: 'validation_failed',
    });
});

test('it is refused without the permission, and to another workspace the contact is not there', async () => {
  const id = await make();
  const input = { id, score: 50, reason: 'x' };
  const actor = world.actorWith('contacts:write');
  await expect(world.run(overrideScore, input, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(overrideScore, input, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
});
