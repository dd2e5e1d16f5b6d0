import { expect, test } from 'vitest';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import { deal } from '#domain/records/deals';
import { createOperation, deleteOperation, getOperation, listOperation } from '#platform/records';
import { leadsWorld } from '../leads-world.fixture.ts';
import { convertOneLead } from './convert-lead.ts';
import { disqualifyLead } from './disqualify-lead.ts';
import { getLead } from './get-lead.ts';

const world = await leadsWorld();
const { run, make } = world;
const convert = (id: string, wish: object = {}, call = {}) => run(convertOneLead, { id, ...wish } as never, call);
const count = async (object: typeof deal, filter: object) =>
  (await run(listOperation(object), { filter, count: 'exact' })).page.total;

test('a lead becomes a deal of its contact and account in one step, and that is told', async () => {
  const bo = await world.user();
  const made = await make({
    email: 'a@one.example',
    company: 'One AG',
    campaign: 'Fair',
    source: 'web',
    message: 'Hi',
    ownerId: bo.id,
  });
  const done = await convert(made.id, { amount: '1250.50', currency: 'EUR' });
  expect(done.deal).toMatchObject({
    ...{
      name: 'One AG: Fair',
      amount: '1250.50',
      currency: 'EUR',
      status: 'open',
      leadSource: 'web',
      description: 'Hi',
    },
    ...{ leadId: made.id, contactId: made.contactId, accountId: made.accountId, ownerId: bo.id },
  });
  expect(done.lead).toMatchObject({
    ...{ status: 'converted', deal: { id: done.deal.id, name: 'One AG: Fair' }, convertedAt: expect.any(String) },
  });
  expect(await run(getOperation(contact), { id: made.contactId })).toMatchObject({
    lifecycleStage: 'opportunity',
    ownerId: bo.id,
  });
  expect(await world.told('crm.lead.converted')).toMatchObject([{ data: { dealId: done.deal.id } }]);
  expect(await world.eventTypes()).toContain('crm.deal.created');
});

test('of two conversions at once one wins and the other is told', async () => {
  const { id } = await make({ email: 'race@race.example', company: 'Race AG' });
  const both = await Promise.allSettled([convert(id), convert(id), convert(id)]);
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  for (const one of both)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'already_converted' });
  expect(await count(deal, { name: { eq: 'Race AG' } })).toBe(1);
});

test('one undo takes back all of it, and undoing that brings it back', async () => {
  const known = await run(createOperation(contact), { firstName: 'Eva', email: 'eva@undo.example' } as never);
  const made = await make({ email: 'eva@undo.example', company: 'Undo AG', title: 'CTO' });
  const before = [await run(getLead, { id: made.id }), await run(getOperation(contact), { id: known.id })];
  const { deal: born, accountId } = await convert(made.id);
  expect(await world.undoLast()).toMatchObject({ kept: [] });
  const [lead, person] = [await run(getLead, { id: made.id }), await run(getOperation(contact), { id: known.id })];
  for (const name of ['status', 'dealId', 'accountId', 'closedAt', 'convertedAt', 'acceptedAt'])
    expect(lead[name]).toEqual(before[0][name]);
  for (const name of ['title', 'accountId', 'lifecycleStage']) expect(person[name]).toEqual(before[1][name]);
  await expect(run(getOperation(deal), { id: born.id })).rejects.toMatchObject({ code: 'not_found' });
  await expect(run(getOperation(account), { id: accountId })).rejects.toMatchObject({ code: 'not_found' });
  await world.undoLast();
  expect(await run(getLead, { id: made.id })).toMatchObject({ status: 'converted', dealId: born.id });
  expect(await run(getOperation(deal), { id: born.id })).toMatchObject({ leadId: made.id });
});

test('the company is the one that is there, or the one that is wished', async () => {
  const there = await run(createOperation(account), { name: 'There GmbH' } as never);
  const known = await run(createOperation(contact), { firstName: 'Cy', email: 'cy@there.example' } as never);
  const one = await make({ email: 'cy@there.example', company: 'there gmbh' });
  expect([one.contactId, one.accountId]).toEqual([known.id, null]);
  expect((await convert(one.id)).accountId).toBe(there.id);
  const other = await run(createOperation(account), { name: 'Other GmbH' } as never);
  const two = await make({ email: 'di@there.example', company: 'There GmbH' });
  expect((await convert(two.id, { accountId: other.id, dealName: 'Big one' })).deal).toMatchObject({
    ...{ accountId: other.id, name: 'Big one', needsAccount: false },
  });
});

test('a lead without a company becomes a deal that is marked as needing one', async () => {
  const { id } = await make({ email: 'free@mail.example' });
  expect((await convert(id)).deal).toMatchObject({ needsAccount: true, name: 'Ana Silva' });
});

test('a contact that was deleted meanwhile is found or made again', async () => {
  const made = await make({ email: 'gone@gone.example', company: 'Gone AG' });
  await run(deleteOperation(contact), { id: made.contactId });
  const { contactId } = await convert(made.id);
  expect(contactId).not.toBe(made.contactId);
  expect(await run(getOperation(contact), { id: contactId })).toMatchObject({ email: 'gone@gone.example' });
});

test('what a deal is refused for leaves nothing behind', async () => {
  const { id } = await make({ email: 'none@none.example', company: 'None AG' });
  for (const wish of [{ amount: 'much' }, { currency: 'XXX' }, { stage: 'Dancing' }, { dealName: '' }])
    await expect(convert(id, wish)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(convert(id, { accountId: `ac_${'0'.repeat(32)}` })).rejects.toMatchObject({ code: 'not_found' });
  expect(await run(getLead, { id })).toMatchObject({ status: 'new', version: 1 });
  expect(await count(deal, { name: { eq: 'None AG' } })).toBe(0);
});

test('who may not make deals converts nothing, and a disqualified lead is not converted', async () => {
  const { id } = await make({ email: 'rep@rep.example' });
  await expect(convert(id, {}, { actor: world.actorWith('leads:read', 'leads:write') })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await run(disqualifyLead, { id, reason: 'Spam' });
  await expect(convert(id)).rejects.toMatchObject({ code: 'conflict' });
  await world.refuses(convertOneLead, { id });
});
