import { expect, test } from 'vitest';
import { activity } from '#domain/records/activities';
import { contact } from '#domain/records/contacts';
import { sql } from '#platform/database';
import { createOperation, getOperation, listOperation } from '#platform/records';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { communicationsModule } from '../index.ts';
import { createCommunication } from './create-communication.ts';
import { getLog } from './get-log.ts';

const world = await communicationsWorld();
const { person, company, mail } = world;
const stepsOf = async (id: string) =>
  (await world.run(getLog, { id })).data.map((one: { step: string }) => one.step).sort();

test('an e-mail finds its contact and the account by the address, whatever its case', async () => {
  expect(communicationsModule.name).toBe('communications');
  const one = await mail({ fromAddress: 'ANA@Example.com', bodyText: 'Hi', externalId: 'm1', externalThreadId: 't1' });
  expect(one).toMatchObject({ contactId: person.id, accountId: company.id, direction: 'inbound', openedAt: null });
  expect(one.sentAt).not.toBeNull();
  expect(await stepsOf(one.id)).toEqual(['received', 'recorded']);
});

test('an e-mail that goes out is told as sent, and a draft is not', async () => {
  const out = { type: 'email', direction: 'outbound', toAddresses: ['ana@example.com'] };
  const sent = await world.run(createCommunication, { ...out, ccAddresses: ['x@example.com'], bodyHtml: '<p>Hi</p>' });
  expect(sent).toMatchObject({
    contactId: person.id,
    toAddresses: ['ana@example.com'],
    ccAddresses: ['x@example.com'],
  });
  const draft = await world.run(createCommunication, { ...out, sentAt: null });
  expect(draft.sentAt).toBeNull();
  expect(await stepsOf(draft.id)).toEqual(['recorded']);
  const told = (await world.eventTypes()).filter((type) => type === 'crm.email.sent');
  expect(told).toHaveLength(1);
});

test('nobody is guessed: an address that is shared, unknown, or one of several stays without a contact', async () => {
  await world.run(createOperation(contact), { firstName: 'Desk', email: 'info@example.com' });
  for (const fromAddress of ['info@example.com', 'who@example.org', 'no address'])
    expect(await mail({ fromAddress })).toMatchObject({ contactId: null });
  const toAddresses = ['ana@example.com', 'bo@example.com'];
  expect(await mail({ direction: 'outbound', fromAddress: null, toAddresses })).toMatchObject({ contactId: null });
});

test('a call is an activity as well, once', async () => {
  const call = await world.run(createCommunication, {
    type: 'call',
    direction: 'inbound',
    fromAddress: '+4930901820',
    subject: 'Pricing',
    durationSeconds: 601,
  });
  expect(call.contactId).toBe(person.id);
  expect(await world.run(getOperation(activity), { id: call.activityId })).toMatchObject({
    type: 'call',
    subject: 'Pricing',
    durationMinutes: 11,
    contactId: person.id,
  });
  await world.run(createCommunication, { type: 'call', direction: 'outbound', activityId: call.activityId });
  const calls = await world.run(listOperation(activity), { filter: { type: { eq: 'call' } } });
  expect(calls.data).toHaveLength(1);
  expect(await world.eventTypes()).toContain('crm.call.logged');
  const seconds = sql`select duration_seconds as seconds from report_calls where communication_id = ${call.id.slice(3)}::uuid`;
  expect(await world.database.reader(world.workspaceId).rows(seconds)).toEqual([{ seconds: 601 }]);
  const mails = sql`select count(*) as n from report_emails where communication_id = ${call.id.slice(3)}::uuid`;
  expect(await world.database.reader(world.workspaceId).rows(mails)).toEqual([{ n: 0 }]);
});

test('a message that is known already is refused, and may come again once it is deleted elsewhere', async () => {
  await mail({ externalId: 'twice' });
  await expect(mail({ externalId: 'twice' })).rejects.toMatchObject({ code: 'conflict' });
});

test('mistakes, missing permissions and records that are elsewhere are refused', async () => {
  for (const wrong of [
    { type: 'fax' },
    { direction: 'sideways' },
    { toAddresses: ['x'.repeat(321)] },
    { toAddresses: 'ana@example.com' },
    { subject: 'x'.repeat(1001) },
    { durationSeconds: -1 },
    { sentAt: 'soon' },
    { bodyText: '\u0000' },
  ])
    await expect(mail(wrong)).rejects.toMatchObject({ code: 'validation_failed' });
  const input = { type: 'email' as const, direction: 'inbound' as const, contactId: person.id };
  const actor = world.actorWith('communications:read');
  await expect(world.run(createCommunication, input, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(createCommunication, input, { actor: world.stranger })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
