import { expect, test } from 'vitest';
import { activitiesWorld } from '../activities-world.fixture.ts';
import { createActivityType } from './create-activity-type.ts';
import { logActivity } from './log-activity.ts';

const world = await activitiesWorld();
const visit = { name: 'site_visit', label: 'Visit on site' };

test('a type that a workspace adds is a type of its activities, and is told', async () => {
  expect(await world.run(createActivityType, visit)).toMatchObject(visit);
  expect(await world.run(logActivity, { type: 'site_visit', contactId: world.person.id })).toMatchObject({
    type: 'site_visit',
  });
  expect(await world.eventTypes()).toContain('crm.activityType.created');
});

test('a name that Kith has, that is there, or that is no word is refused', async () => {
  for (const name of ['call', 'Site visit', '1st', ''])
    await expect(world.run(createActivityType, { ...visit, name })).rejects.toMatchObject({
      code: 'validation_failed',
    });
  await expect(world.run(createActivityType, visit)).rejects.toMatchObject({ code: 'conflict' });
});

test('who only logs activities adds no types', async () => {
  const actor = world.actorWith('activities:write', 'activities:read');
  await expect(world.run(createActivityType, visit, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});
