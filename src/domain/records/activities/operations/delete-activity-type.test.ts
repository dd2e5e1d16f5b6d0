import { expect, test } from 'vitest';
import { activitiesWorld } from '../activities-world.fixture.ts';
import { createActivityType } from './create-activity-type.ts';
import { deleteActivityType } from './delete-activity-type.ts';
import { listActivityTypes } from './list-activity-types.ts';

const world = await activitiesWorld();
const { id } = await world.run(createActivityType, { name: 'lunch', label: 'Lunch' });
const labels = async () =>
  (await world.run(listActivityTypes, {})).data.flatMap((one: { own: boolean; label: string }) =>
    one.own ? [one.label] : [],
  );

test('who may not, and who is elsewhere, changes nothing', async () => {
  const actor = world.actorWith('activities:write');
  await expect(world.run(deleteActivityType, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(deleteActivityType, { id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await labels()).toEqual(['Lunch']);
});

test('a type is deleted, and that is told', async () => {
  await world.run(deleteActivityType, { id });
  expect(await labels()).toEqual([]);
  expect(await world.eventTypes()).toContain('crm.activityType.deleted');
});
