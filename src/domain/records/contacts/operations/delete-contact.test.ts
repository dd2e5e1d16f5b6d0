import { expect, test } from 'vitest';
import { contactsWorld } from '../contacts-world.fixture.ts';
import { deleteContact } from './delete-contact.ts';
import { getContact } from './get-contact.ts';

const world = await contactsWorld();
const { run, make, refuses } = world;

test('a deleted contact is gone, which is told, and is not deleted twice', async () => {
  const { id } = await make();
  expect(await run(deleteContact, { id })).toBeNull();
  for (const operation of [getContact, deleteContact])
    await expect(run(operation as typeof deleteContact, { id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await world.eventTypes()).toContain('crm.contact.deleted');
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  const { id } = await make();
  await refuses(deleteContact, { id });
  await expect(run(deleteContact, { id }, { expectedVersion: 9 })).rejects.toMatchObject({ code: 'version_changed' });
  expect(await run(getContact, { id })).toMatchObject({ id, version: 1 });
});
