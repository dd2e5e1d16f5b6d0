import { expect, test } from 'vitest';
import { activitiesWorld } from '../activities-world.fixture.ts';
import { listActivities } from './list-activities.ts';
import { logActivity } from './log-activity.ts';

const world = await activitiesWorld();
const { person, company } = world;
for (const day of [3, 1, 2])
  await world.run(logActivity, { type: 'call', contactId: person.id, occurredAt: `2026-02-0${day}T10:00:00Z` });
await world.run(logActivity, { type: 'note', accountId: company.id });

test('the latest come first, and those of one contact can be asked for', async () => {
  const { data } = await world.run(listActivities, { filter: { contactId: { eq: person.id } } });
  expect(data.map((one: { occurredAt: string }) => one.occurredAt.slice(8, 10))).toEqual(['03', '02', '01']);
  const notes = await world.run(listActivities, { filter: { type: { eq: 'note' } }, count: 'exact' });
  expect(notes).toMatchObject({ data: [{ accountId: company.id }], page: { total: 1 } });
});

test('a wrong filter and a missing permission are refused, and another workspace sees nothing', async () => {
  const wrong = { filter: { typ: { eq: 'note' } } };
  await expect(world.run(listActivities, wrong)).rejects.toMatchObject({ code: 'unknown_field' });
  const actor = world.actorWith('contacts:read');
  await expect(world.run(listActivities, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  expect((await world.run(listActivities, {}, { actor: world.stranger })).data).toEqual([]);
});
