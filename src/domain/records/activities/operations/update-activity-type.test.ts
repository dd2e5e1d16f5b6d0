import { expect, test } from 'vitest';
import { activitiesWorld } from '../activities-world.fixture.ts';
import { createActivityType } from './create-activity-type.ts';
import { listActivityTypes } from './list-activity-types.ts';
import { updateActivityType } from './update-activity-type.ts';

const world = await activitiesWorld();
const { id } = await world.run(createActivityType, { name: 'lunch', label: 'Lunch' });
const labels = async () =>
  (await world.run(listActivityTypes, {})).data.flatMap((one: { own: boolean; label: string }) =>
    one.own ? [one.label] : [],
  );

test('who may not, and who is elsewhere, changes nothing', async () => {
  const actor = world.actorWith('activities:write');
  await expect(world.run(updateActivityType, { id, label: 'Meal' }, { actor })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(world.run(updateActivityType, { id, label: 'Meal' }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await labels()).toEqual(['Lunch']);
});

test('a type gets another label, and that is told', async () => {
  await world.run(updateActivityType, { id, label: 'Meal' });
  expect(await labels()).toEqual(['Meal']);
  expect(await world.eventTypes()).toContain('crm.activityType.updated');
});
