import { expect, test } from 'vitest';
import { activitiesWorld } from '../activities-world.fixture.ts';
import { activityTypes } from '../fields.ts';
import { createActivityType } from './create-activity-type.ts';
import { listActivityTypes } from './list-activity-types.ts';

const world = await activitiesWorld();
const { id } = await world.run(createActivityType, { name: 'lunch', label: 'Lunch' });

test('the list holds what Kith knows, then what the workspace has added', async () => {
  const { data } = await world.run(listActivityTypes, {});
  expect(data).toHaveLength(activityTypes.length + 1);
  expect(data[2]).toMatchObject({ name: 'email', label: 'Email', own: false });
  expect(data.at(-1)).toMatchObject({ id, name: 'lunch', label: 'Lunch', own: true });
});

test('another workspace sees only what Kith knows, and reading needs the permission', async () => {
  const { data } = await world.run(listActivityTypes, {}, { actor: world.stranger });
  expect(data).toHaveLength(activityTypes.length);
  const actor = world.actorWith('contacts:read');
  await expect(world.run(listActivityTypes, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});
