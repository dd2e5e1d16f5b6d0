import { expect, test } from 'vitest';
import { activitiesWorld } from '../activities-world.fixture.ts';
import { getActivity } from './get-activity.ts';
import { logActivity } from './log-activity.ts';

const world = await activitiesWorld();
const logged = await world.run(logActivity, { type: 'note', subject: 'Hello', contactId: world.person.id });

test('an activity comes with the names of those it is with', async () => {
  expect(await world.run(getActivity, { id: logged.id })).toMatchObject({
    subject: 'Hello',
    contact: { id: world.person.id, name: 'Ana' },
    account: { name: 'Ada GmbH' },
  });
});

test('an unknown field, a missing permission and another workspace are refused', async () => {
  const { id } = logged;
  await expect(world.run(getActivity, { id, fields: 'subjct' })).rejects.toMatchObject({ code: 'unknown_field' });
  const actor = world.actorWith('contacts:read');
  await expect(world.run(getActivity, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(getActivity, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
});
