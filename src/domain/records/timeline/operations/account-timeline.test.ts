import { expect, test } from 'vitest';
import '#domain/identity';
import { account } from '#domain/records/accounts';
import { activity } from '#domain/records/activities';
import { contact } from '#domain/records/contacts';
import { createOperation, updateOperation } from '#platform/records';
import { testWorld } from '#platform/testing';
import { accountTimeline } from './account-timeline.ts';

const world = await testWorld();
const company = await world.run(createOperation(account), { name: 'Ada GmbH' });
const person = await world.run(createOperation(contact), { firstName: 'Ana', accountId: company.id });

test('what happened with the people of an account is in its timeline', async () => {
  await world.run(createOperation(activity), { type: 'call', contactId: person.id });
  await world.run(updateOperation(account), { id: company.id, industry: 'Software' });
  const { data } = await world.run(accountTimeline, { id: company.id });
  expect(data.map((one: { kind: string }) => one.kind).sort()).toEqual(['activity', 'change', 'created']);
});

test('it is refused without the permission, for another kind of record and in another workspace', async () => {
  const { id } = company;
  const actor = world.actorWith('contacts:read');
  await expect(world.run(accountTimeline, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(accountTimeline, { id: person.id })).rejects.toMatchObject({ code: 'not_found' });
  await expect(world.run(accountTimeline, { id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});
