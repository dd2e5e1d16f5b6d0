import { expect, test } from 'vitest';
import { activitiesWorld } from '../activities-world.fixture.ts';
import { logActivity } from './log-activity.ts';
import { viewActivities } from './view-activities.ts';

const world = await activitiesWorld();
const { company, person, foreigner } = world;
const visit = { type: 'website_visit', contactId: person.id, data: { page: '/pricing' }, occurredAt: '2026-01-02' };
const { id } = await world.run(logActivity, visit);
await world.run(logActivity, { type: 'note', contactId: person.id, occurredAt: '2026-01-01' });

test('one activity is read by each record that it stands with', async () => {
  for (const [entityType, entityId] of [
    ['contact', person.id],
    ['account', company.id],
  ] as const) {
    const { data } = await world.run(viewActivities, { entityType, entityId });
    expect(data[0]).toMatchObject({ id, entityType, entityId, type: 'website_visit', data: { page: '/pricing' } });
    expect(Object.keys(data[0])).toEqual(expect.arrayContaining(['createdAt', 'occurredAt']));
    expect(data).toHaveLength(2);
  }
});

test('pages follow one another', async () => {
  const first = await world.run(viewActivities, { entityType: 'contact', entityId: person.id, limit: 1 });
  const cursor = first.page.next;
  const second = await world.run(viewActivities, { entityType: 'contact', entityId: person.id, limit: 1, cursor });
  expect([first.data[0].type, second.data[0].type, second.page]).toEqual(['website_visit', 'note', {}]);
});

test('mistakes, missing permissions and other workspaces are refused', async () => {
  const input = { entityType: 'contact' as const, entityId: person.id };
  for (const wrong of [{ entityType: 'robot' }, { entityId: 'x' }, { entityId: company.id }, { limit: 0 }])
    await expect(world.run(viewActivities, { ...input, ...wrong } as never)).rejects.toMatchObject({
      code: 'validation_failed',
    });
  for (const cursor of ['x', '1.x', `9e9.${id}`])
    await expect(world.run(viewActivities, { ...input, cursor })).rejects.toMatchObject({ code: 'bad_request' });
  const actor = world.actorWith('contacts:read');
  await expect(world.run(viewActivities, input, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(viewActivities, { ...input, entityId: foreigner.id })).rejects.toMatchObject({
    code: 'not_found',
  });
});
