import { expect, test } from 'vitest';
import { contactsWorld } from '../contacts-world.fixture.ts';
import { deleteContact } from './delete-contact.ts';
import { getContact } from './get-contact.ts';
import { restoreContact } from './restore-contact.ts';

const world = await contactsWorld();
const { run, make, refuses } = world;

test('a deleted contact comes back as it was, which is told', async () => {
  const { id } = await make({ title: 'kept' });
  await run(deleteContact, { id });
  expect(await run(restoreContact, { id })).toMatchObject({ id, title: 'kept', deletedAt: null, version: 3 });
  expect(await run(getContact, { id })).toMatchObject({ id });
  expect(await world.eventTypes()).toContain('crm.contact.restored');
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  const { id } = await make();
  await run(deleteContact, { id });
  await refuses(restoreContact, { id });
  await expect(run(getContact, { id })).rejects.toMatchObject({ code: 'not_found' });
});

test('who has come back under the same address meanwhile is not made a double', async () => {
  const { id } = await make({ email: 'ana@example.com' });
  await run(deleteContact, { id });
  await make({ email: 'Ana@Example.com' });
  await expect(run(restoreContact, { id })).rejects.toMatchObject({ code: 'already_known' });
});
