import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { createOperation, deleteOperation } from '#platform/records';
import { activitiesWorld } from '../activities-world.fixture.ts';
import { activitiesModule, activityTypes } from '../index.ts';
import { logActivity } from './log-activity.ts';

const world = await activitiesWorld();
const { company, person, foreigner } = world;

test('what happens with somebody happens now and with their account, and is told', async () => {
  expect(activitiesModule.name).toBe('activities');
  const logged = await world.run(logActivity, { type: 'call', subject: 'First call', contactId: person.id });
  expect(logged).toMatchObject({
    type: 'call',
    status: 'done',
    contactId: person.id,
    accountId: company.id,
    version: 1,
  });
  expect(Math.abs(Date.parse(logged.occurredAt) - Date.now())).toBeLessThan(60_000);
  expect(await world.eventTypes()).toEqual(expect.arrayContaining(['crm.activity.created', 'crm.activity.logged']));
});

test('an account alone is enough, and every type that is known can be logged', async () => {
  for (const type of activityTypes) {
    const logged = await world.run(logActivity, { type, accountId: company.id, occurredAt: '2026-01-02T03:04:05Z' });
    expect(logged).toMatchObject({ contactId: null, occurredAt: '2026-01-02T03:04:05+00:00' });
  }
});

test('somebody who is not there is refused, of another workspace too', async () => {
  const wrong = [
    { contactId: 'ct_00000000000070008000000000000000' },
    { contactId: foreigner.id },
    { accountId: 'ac_00000000000070008000000000000000' },
  ];
  for (const input of wrong)
    await expect(world.run(logActivity, { type: 'note', ...input })).rejects.toMatchObject({
      code: 'validation_failed',
      mistakes: [{ path: Object.keys(input)[0] }],
    });
});

test('nothing is logged with somebody who has been deleted', async () => {
  const { id } = await world.run(createOperation(contact), { firstName: 'Gone' });
  await world.run(deleteOperation(contact), { id });
  await expect(world.run(logActivity, { type: 'note', contactId: id })).rejects.toMatchObject({ code: 'not_found' });
});

test('mistakes are refused with their place', async () => {
  const wrong = [
    {},
    { type: 'note' },
    { type: '', contactId: person.id },
    { type: ' ', contactId: person.id },
    { type: 'x'.repeat(101), contactId: person.id },
    { type: 'no\u0000te', contactId: person.id },
    { type: 'note', contactId: company.id },
    { type: 'note', contactId: person.id, occurredAt: 'yesterday' },
    { type: 'note', contactId: person.id, durationMinutes: -1 },
    { type: 'note', contactId: person.id, colour: 'red' },
  ];
  for (const input of wrong)
    await expect(world.run(logActivity, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
});

test('it is refused without the permission', async () => {
  const actor = world.actorWith('activities:read');
  const input = { type: 'note', contactId: person.id };
  await expect(world.run(logActivity, input, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});
