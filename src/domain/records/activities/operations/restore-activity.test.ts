import { expect, test } from 'vitest';
import { activitiesWorld } from '../activities-world.fixture.ts';
import { deleteActivity } from './delete-activity.ts';
import { logActivity } from './log-activity.ts';
import { restoreActivity } from './restore-activity.ts';

const world = await activitiesWorld();
const { id } = await world.run(logActivity, { type: 'meeting', contactId: world.person.id });
await world.run(deleteActivity, { id });

test('who may not, and who is elsewhere, brings nothing back', async () => {
  const actor = world.actorWith('activities:read');
  await expect(world.run(restoreActivity, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(restoreActivity, { id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(world.run(restoreActivity, { id: 'x' })).rejects.toMatchObject({ code: 'not_found' });
});

test('an activity that is brought back is there as before, and counts again', async () => {
  expect(await world.run(restoreActivity, { id })).toMatchObject({ type: 'meeting', deletedAt: null });
  expect((await world.eventTypes()).slice(-2).sort()).toEqual(['crm.activity.corrected', 'crm.activity.restored']);
});
