import { expect, test } from 'vitest';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import { createOperation, getOperation, listOperation } from '#platform/records';
import { leadsWorld } from '../leads-world.fixture.ts';
import { createLead } from './create-lead.ts';

const world = await leadsWorld();
const { run, make, refuses } = world;
const makeContact = (values: object) => run(createOperation(contact), values as never);
const contacts = async (filter: object) => (await run(listOperation(contact), { filter })).data;

test('a name and an e-mail make a lead with a contact, an account and a score, and that is told', async () => {
  const made = await make({
    email: 'Ana@Acme.example',
    company: 'Acme Ltd.',
    title: 'CEO',
    source: 'web',
    country: 'Germany',
  });
  expect(made).toMatchObject({
    id: expect.stringMatching(/^ld_/),
    ...{ name: 'Ana Silva', status: 'new', country: 'DE', version: 1 },
    contact: { name: 'Ana Silva' },
    account: { name: 'Acme Ltd.' },
  });
  expect(made.score).toBeGreaterThan(0);
  const person = await run(getOperation(contact), { id: made.contactId });
  expect(person).toMatchObject({ email: 'Ana@acme.example', lifecycleStage: 'lead', leadScore: made.score });
  expect(await world.eventTypes()).toEqual(
    expect.arrayContaining(['crm.account.created', 'crm.contact.created', 'crm.lead.created']),
  );
});

test('a second interest is never a second copy of the person', async () => {
  const known = await makeContact({ firstName: 'Bo', email: 'bo@example.com', title: 'CTO' });
  const one = await make({ firstName: 'Bob', lastName: null, email: ' BO@example.com', title: 'Chief' });
  expect(one).toMatchObject({ contactId: known.id, firstName: 'Bob', title: 'Chief' });
  expect(await run(getOperation(contact), { id: known.id })).toMatchObject({
    firstName: 'Bo',
    title: 'CTO',
    version: 1,
  });
});

test('ten that come at once with one address and one company make one contact and one account', async () => {
  const values = { email: 'many@many.example', company: 'Many AG' };
  const leads = await Promise.all(Array.from({ length: 10 }, () => make(values)));
  expect(new Set(leads.map(({ contactId }) => contactId)).size).toBe(1);
  expect(await contacts({ email: { eq: 'many@many.example' } })).toHaveLength(1);
  const accounts = await run(listOperation(account), { filter: { name: { eq: 'Many AG' } } });
  expect(accounts.data).toHaveLength(1);
});

test('a shared address or a phone is the same person only where the name is', async () => {
  const one = await make({ email: 'info@shared.example' });
  expect((await make({ email: 'info@shared.example', firstName: 'ANA' })).contactId).toBe(one.contactId);
  expect((await make({ email: 'info@shared.example', firstName: 'Eva' })).contactId).not.toBe(one.contactId);
  const called = await make({ phone: '+49 30 901820' });
  expect((await make({ phone: '0049 30 901820' })).contactId).toBe(called.contactId);
});

test('a lead of a known contact goes by their name and their company', async () => {
  const { id: accountId } = await run(createOperation(account), { name: 'Known AG' } as never);
  const { id: contactId } = await makeContact({ firstName: 'Eva', lastName: 'Ek', accountId });
  expect(await run(createLead, { contactId, campaign: 'Spring' })).toMatchObject({
    ...{ contactId, accountId, name: 'Eva Ek', campaign: 'Spring' },
  });
});

test('what a source tells twice under one key is one lead', async () => {
  const values = { source: 'partner', sourceKey: 'p-1', email: 'p1@example.com' };
  const [one, two] = await Promise.all([make(values), make(values)]);
  expect(one.id).toBe(two.id);
  expect((await make({ ...values, source: 'other' })).id).not.toBe(one.id);
});

test('a whole name is split', async () => {
  const made = await run(createLead, { name: 'van Beethoven, Ludwig' });
  expect(made).toMatchObject({ firstName: 'Ludwig', lastName: 'van Beethoven' });
});

test('mistakes are refused', async () => {
  const wrong = [
    {},
    { company: 'Nobody Ltd' },
    { firstName: ' ' },
    { email: 'not an address' },
    { email: 'a@example.com', status: 'dancing' },
    { email: 'a@example.com', status: 'converted' },
    { email: 'a@example.com', status: 'disqualified' },
    { email: 'a@example.com', score: 100 },
    { email: 'a@example.com', ownerId: `us_${'0'.repeat(32)}` },
    { email: 'a@example.com', message: 'a\u0000b' },
    { email: 'a@example.com', website: 'not a page' },
  ];
  for (const input of wrong)
    await expect(run(createLead, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(createLead, { contactId: `ct_${'0'.repeat(32)}` })).rejects.toMatchObject({ code: 'not_found' });
  await refuses(createLead, { email: 'a@example.com' }, 'strange');
});

test('a contact of another workspace cannot be taken', async () => {
  const { contactId } = await make();
  await expect(run(createLead, { contactId }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
});
