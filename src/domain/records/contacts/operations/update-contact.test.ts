import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { contactsWorld } from '../contacts-world.fixture.ts';
import { getContact } from './get-contact.ts';
import { listContacts } from './list-contacts.ts';
import { updateContact } from './update-contact.ts';

const world = await contactsWorld();
const { run, make, refuses } = world;

const listed = async (email: string) => (await run(listContacts, { filter: { email: { eq: email } } })).data;

test('only what is given changes; the name follows, and the fields that changed are told', async () => {
  const { id } = await make({ title: 'CTO' });
  expect(await run(updateContact, { id, lastName: 'Costa' } as never)).toMatchObject({
    name: 'Ana Costa',
    title: 'CTO',
    version: 2,
  });
  expect(await world.eventTypes()).toContain('crm.contact.updated');
  expect(await run(updateContact, { id, lastName: ' Costa ' } as never)).toMatchObject({ version: 2 });
});

test('a step in the life cycle is told with where it went from and to', async () => {
  const { id } = await make({ lifecycleStage: 'lead' });
  await run(updateContact, { id, lifecycleStage: 'customer' } as never);
  await run(updateContact, { id, lifecycleStage: 'customer', title: 'CFO' } as never);
  const told = await world.database.reader(world.workspaceId).rows(sql`select data from events
    where type = 'crm.contact.lifecycle_changed'`);
  expect(told).toEqual([{ data: { from: 'lead', to: 'customer' } }]);
});

test('a changed e-mail address frees the old one', async () => {
  const { id } = await make({ email: 'old@example.com', phone: '+49 30 901820' });
  await run(updateContact, { id, email: 'New@Example.com' } as never);
  expect([await listed('old@example.com'), await listed('new@example.com')]).toMatchObject([[], [{ id }]]);
  const next = await make({ email: 'old@example.com' });
  await expect(run(updateContact, { id, email: 'OLD@example.com' } as never)).rejects.toMatchObject({
    code: 'already_known',
  });
  await run(updateContact, { id: next.id, email: null } as never);
  expect(await run(updateContact, { id, email: 'old@example.com' } as never)).toMatchObject({
    email: 'old@example.com',
  });
});

test('nobody reports to themselves, neither over others nor by two changes at once', async () => {
  const [a, b, c] = [await make(), await make(), await make()];
  const report = (one: { id: string }, to: { id: string }) =>
    run(updateContact, { id: one.id, reportsToId: to.id } as never);
  await report(b, a);
  await report(c, b);
  for (const to of [a, b, c]) await expect(report(a, to)).rejects.toMatchObject({ code: 'conflict' });
  const [d, e] = [await make(), await make()];
  const both = await Promise.allSettled([report(d, e), report(e, d)]);
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('refusals come in order: permission, missing, mistake, version, conflict', async () => {
  const { id } = await make({ email: 'one@example.com' });
  await make({ email: 'two@example.com' });
  const nobody = 'ct_00000000000000000000000000000000';
  const wrong = { email: 'no address', accountId: 'x' };
  const code = (input: object, call: object = {}) =>
    run(updateContact, input as never, { expectedVersion: 9, ...call }).then(
      () => 'done',
      (error) => error.code,
    );
  expect(await code({ id: nobody, ...wrong }, { actor: world.actorWith('contacts:read') })).toBe('not_allowed');
  expect(await code({ id: nobody, ...wrong })).toBe('not_found');
  expect(await code({ id, accountId: 'x', email: 'two@example.com' })).toBe('validation_failed');
  expect(await code({ id, email: 'no address' })).toBe('validation_failed');
  expect(await code({ id, email: 'two@example.com' })).toBe('version_changed');
  expect(await code({ id, email: 'two@example.com' }, { expectedVersion: 1 })).toBe('already_known');
  expect(await run(getContact, { id })).toMatchObject({ version: 1, email: 'one@example.com' });
});

test('a link that would grow too long is a mistake, and another workspace changes nothing', async () => {
  const { id } = await make();
  const website = `https://example.com/${'ü'.repeat(470)}`;
  await expect(run(updateContact, { id, website } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(updateContact, { id, title: 'x' });
});

test('further addresses lead to the person, belong to nobody else, and are given back by an undo', async () => {
  const { id } = await make({ email: 'zoe@example.com', otherEmails: ['Zoe@Home.example.com', 'zoe@example.com'] });
  expect(await listed('zoe@home.example.com')).toMatchObject([{ id, otherEmails: ['Zoe@home.example.com'] }]);
  await expect(make({ email: 'zoe@home.example.com' })).rejects.toMatchObject({ code: 'already_known' });
  await expect(make({ otherEmails: ['zoe@home.example.com'] })).rejects.toMatchObject({ code: 'already_known' });
  await expect(make({ otherEmails: ['nobody'] })).rejects.toMatchObject({ code: 'validation_failed' });
  const swapped = await run(updateContact, { id, email: 'zoe@home.example.com' } as never);
  expect(swapped).toMatchObject({ email: 'zoe@home.example.com', otherEmails: [] });
  await run(updateContact, { id, otherEmails: ['zoe@third.example.com'] } as never);
  await run(updateContact, { id, otherEmails: [] } as never);
  expect(await make({ email: 'zoe@third.example.com' })).toMatchObject({ email: 'zoe@third.example.com' });
});
