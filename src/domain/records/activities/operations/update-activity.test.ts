import { expect, test } from 'vitest';
import { activitiesWorld } from '../activities-world.fixture.ts';
import { logActivity } from './log-activity.ts';
import { updateActivity } from './update-activity.ts';

const world = await activitiesWorld();
const { person, foreigner, company } = world;
const log = () => world.run(logActivity, { type: 'call', contactId: person.id });

test('what counts for the score is told as a correction, what does not is not', async () => {
  const { id } = await log();
  expect(await world.run(updateActivity, { id, subject: 'Second call' })).toMatchObject({ version: 2 });
  expect(await world.eventTypes()).not.toContain('crm.activity.corrected');
  expect(await world.run(updateActivity, { id, type: 'meeting' })).toMatchObject({ type: 'meeting', version: 3 });
  expect(await world.eventTypes()).toContain('crm.activity.corrected');
});

test('it always stands with somebody who is there', async () => {
  const { id } = await log();
  await expect(world.run(updateActivity, { id, contactId: foreigner.id })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await expect(world.run(updateActivity, { id, contactId: null, accountId: null })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  expect(await world.run(updateActivity, { id, contactId: null })).toMatchObject({ accountId: company.id });
});

test('its moment cannot be emptied', async () => {
  const { id, occurredAt } = await log();
  expect(await world.run(updateActivity, { id, occurredAt: null })).toMatchObject({ occurredAt, version: 1 });
});

test('an old version, a missing permission and another workspace are refused', async () => {
  const { id } = await log();
  const input = { id, subject: 'x' };
  await expect(world.run(updateActivity, input, { expectedVersion: 7 })).rejects.toMatchObject({
    code: 'version_changed',
  });
  const actor = world.actorWith('activities:read');
  await expect(world.run(updateActivity, input, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(updateActivity, input, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});
