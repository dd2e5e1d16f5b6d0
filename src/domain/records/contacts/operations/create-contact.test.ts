import { expect, test } from 'vitest';
import '#domain/identity';
import '#domain/records/accounts';
import { testWorld } from '#platform/testing';
import { contactsModule } from '../index.ts';
import { createContact } from './create-contact.ts';
import { getContact } from './get-contact.ts';
import { listContacts } from './list-contacts.ts';
import { updateContact } from './update-contact.ts';

const world = await testWorld();

test('a contact is created, found, and announced', async () => {
  expect(contactsModule.name).toBe('contacts');
  const made = await world.run(createContact, { firstName: 'Ana', lastName: 'Silva', email: 'ana@example.com' });
  expect(made).toMatchObject({ name: 'Ana Silva', email: 'ana@example.com', version: 1 });
  expect(await world.run(getContact, { id: made.id })).toEqual(made);
  expect(await world.eventTypes()).toContain('crm.contact.created');
});

test('an update keeps its history and can be looked at as of before', async () => {
  const made = await world.run(createContact, { firstName: 'Bo', email: 'bo@example.com' });
  await new Promise((resolve) => setTimeout(resolve, 5));
  const before = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  const changed = await world.run(updateContact, { id: made.id, title: 'CTO', firstName: 'Bob' });
  expect(changed).toMatchObject({ name: 'Bob', title: 'CTO', version: 2 });
  expect(await world.run(getContact, { id: made.id, asOf: before })).toMatchObject({
    firstName: 'Bo',
    title: null,
    version: 1,
  });
});

test('lists filter, sort, page and count', async () => {
  for (let i = 0; i < 5; i++) await world.run(createContact, { firstName: `P${i}`, city: 'Berlin' });
  const first = await world.run(listContacts, {
    filter: { city: { eq: 'Berlin' } },
    sort: 'name',
    limit: 2,
    count: 'exact',
  });
  expect(first.page.total).toBe(5);
  const second = await world.run(listContacts, {
    filter: { city: { eq: 'Berlin' } },
    sort: 'name',
    limit: 2,
    cursor: first.page.next,
  });
  expect([...first.data, ...second.data].map((one: { name: string }) => one.name)).toEqual(['P0', 'P1', 'P2', 'P3']);
});

test('another workspace sees nothing', async () => {
  const made = await world.run(createContact, { firstName: 'Secret' });
  await expect(world.run(getContact, { id: made.id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('an e-mail address belongs to one person, even when two are made at once; that of a function to many', async () => {
  const both = await Promise.allSettled(
    ['Same@Example.com', 'same@example.com'].map((email) => world.run(createContact, { email })),
  );
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(world.run(createContact, { email: 'SAME@example.com' })).rejects.toMatchObject({
    code: 'already_known',
    headers: { 'kith-existing': expect.stringMatching(/^ct_/) },
  });
  for (const firstName of ['A', 'B']) await world.run(createContact, { firstName, email: 'info@example.com' });
  await world.run(createContact, { email: 'same@example.com' }, { actor: world.stranger });
});

test('mistakes and a missing permission are refused', async () => {
  for (const input of [
    { email: 'nobody' },
    { firstName: 'x'.repeat(256) },
    { website: 'no link' },
    { leadScore: 5 },
    { lifecycleStage: 'x' },
  ])
    await expect(world.run(createContact, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
  const actor = world.actorWith('contacts:read');
  await expect(world.run(createContact, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});

test('names of people keep their marks, and an address that is rare is one nevertheless', async () => {
  const made = await world.run(createContact, {
    firstName: 'Siobhán',
    lastName: "O'Brien-Łuk",
    email: "o'brien@example.com",
  });
  expect(made).toMatchObject({ name: "Siobhán O'Brien-Łuk", email: "o'brien@example.com" });
});
