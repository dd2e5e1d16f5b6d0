import { expect, test } from 'vitest';
import { contactsWorld } from '../contacts-world.fixture.ts';
import { bulkDeleteContacts } from './bulk-delete-contacts.ts';
import { getContact } from './get-contact.ts';

const world = await contactsWorld();
const { run, make, refuses } = world;

test('many are deleted in one change set, and that is told', async () => {
  const ids = [(await make()).id, (await make({ title: 'x' })).id];
  expect(await run(bulkDeleteContacts, { ids: [...ids, ids[0]] })).toMatchObject({ selected: 2, deleted: 2 });
  await expect(run(getContact, { id: ids[1] })).rejects.toMatchObject({ code: 'not_found' });
  expect((await world.eventTypes()).filter((type) => type === 'crm.contact.deleted')).toHaveLength(1);
});

test('one that is not there stops all, and so do a wrong selection and a missing permission', async () => {
  const { id } = await make();
  const ids = [id, 'ct_00000000000000000000000000000000'];
  await expect(run(bulkDeleteContacts, { ids })).rejects.toMatchObject({ code: 'not_found' });
  expect(await run(getContact, { id })).toMatchObject({ id });
  for (const input of [{}, { ids: [] }, { ids: ['x'] }])
    await expect(run(bulkDeleteContacts, input)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(bulkDeleteContacts, { ids: [id] });
});
