import { expect, test } from 'vitest';
import { activitiesWorld } from '../activities-world.fixture.ts';
import { deleteActivity } from './delete-activity.ts';
import { getActivity } from './get-activity.ts';
import { logActivity } from './log-activity.ts';

const world = await activitiesWorld();
const { id } = await world.run(logActivity, { type: 'demo_request', contactId: world.person.id });

test('who may not, and who is elsewhere, deletes nothing', async () => {
  const actor = world.actorWith('activities:write');
  await expect(world.run(deleteActivity, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(deleteActivity, { id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(world.run(deleteActivity, { id: 'x' })).rejects.toMatchObject({ code: 'not_found' });
});

test('a deleted activity is gone, and that is told of its contact', async () => {
  await world.run(deleteActivity, { id });
  await expect(world.run(getActivity, { id })).rejects.toMatchObject({ code: 'not_found' });
  expect((await world.eventTypes()).slice(-2).sort()).toEqual(['crm.activity.corrected', 'crm.activity.deleted']);
});
