import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { activitiesWorld } from '../activities-world.fixture.ts';
import { logActivities } from './log-activities.ts';

const world = await activitiesWorld();
const { person, company, foreigner } = world;
const count = async () =>
  (await world.database.reader(world.workspaceId).first<{ n: number }>(sql`select count(*) as n from activities`))?.n;

test('a thousand activities are one change set, and each stands with its contact and the account', async () => {
  const activities = Array.from({ length: 1000 }, (_, at) => ({
    type: 'note',
    subject: `${at}`,
    contactId: person.id,
  }));
  const answer = await world.run(logActivities, { activities });
  expect(answer).toMatchObject({ logged: 1000, changeSetId: expect.stringMatching(/^cs_/) });
  expect(new Set(answer.ids).size).toBe(1000);
  const kept = await world.database.reader(world.workspaceId).first(sql`select count(*) as n from activities
    where subject = '7' and account_id = ${company.id.slice(3)}::uuid`);
  expect(kept).toEqual({ n: 1 });
  expect(await world.eventTypes()).toEqual(expect.arrayContaining(['crm.activity.created', 'crm.activity.logged']));
});

test('one mistake among many, and nothing is logged', async () => {
  const before = await count();
  const good = { type: 'note', contactId: person.id };
  const wrong: [object, string][] = [
    [{ type: 'note', contactId: foreigner.id }, 'not_found'],
    [{ type: 'note' }, 'validation_failed'],
    [{ ...good, ownerId: `us_${'0'.repeat(32)}` }, 'validation_failed'],
    [{ ...good, customFields: { nothing: 1 } }, 'unknown_field'],
    [{ ...good, durationMinutes: -1 }, 'validation_failed'],
  ];
  for (const [bad, code] of wrong)
    await expect(world.run(logActivities, { activities: [good, bad as never] })).rejects.toMatchObject({ code });
  for (const activities of [[], Array.from({ length: 1001 }, () => good)])
    await expect(world.run(logActivities, { activities })).rejects.toMatchObject({ code: 'validation_failed' });
  expect(await count()).toBe(before);
});

test('it is refused without the permission, and nobody logs with people of another workspace', async () => {
  const activities = [{ type: 'note', contactId: person.id }];
  const actor = world.actorWith('activities:read');
  await expect(world.run(logActivities, { activities }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(logActivities, { activities }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});
