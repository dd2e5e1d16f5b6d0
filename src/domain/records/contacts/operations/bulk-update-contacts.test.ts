import { expect, test } from 'vitest';
import { contactsWorld } from '../contacts-world.fixture.ts';
import { bulkUpdateContacts } from './bulk-update-contacts.ts';
import { getContact } from './get-contact.ts';

const world = await contactsWorld();
const { run, make, refuses } = world;

test('those that a filter finds are changed in one change set, and that is told once', async () => {
  const ids = [(await make({ title: 'old' })).id, (await make({ title: 'old' })).id];
  const other = await make({ title: 'kept' });
  const filter = { title: { eq: 'old' } };
  const answer = await run(bulkUpdateContacts, { filter, set: { title: 'new', tags: ['x'] } } as never);
  expect(answer).toMatchObject({ selected: 2, updated: 2, changeSetId: expect.stringMatching(/^cs_/) });
  expect(await run(getContact, { id: ids[1] })).toMatchObject({ title: 'new', tags: ['x'], version: 2 });
  expect(await run(getContact, { id: other.id })).toMatchObject({ title: 'kept', version: 1 });
  expect((await world.eventTypes()).filter((type) => type === 'crm.contact.updated')).toHaveLength(1);
});

test('nothing to set, nobody selected, an unknown field and another workspace are refused', async () => {
  const ids = [(await make()).id];
  for (const input of [{ ids, set: {} }, { set: { title: 'x' } }, { ids, set: { id: ids[0] } }, { ids }])
    await expect(run(bulkUpdateContacts, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(
    run(bulkUpdateContacts, { filter: { nmae: { eq: 'x' } }, set: { title: 'x' } } as never),
  ).rejects.toMatchObject({ code: 'unknown_field' });
  await refuses(bulkUpdateContacts, { ids, set: { title: 'x' } });
});

test('several people do not get the same e-mail address, though they may share that of a function', async () => {
  const ids = [(await make()).id, (await make()).id];
  const set = (email: string) => run(bulkUpdateContacts, { ids, set: { email } } as never);
  await expect(set('one@example.com')).rejects.toMatchObject({ code: 'already_known' });
  expect(await set('info@example.com')).toMatchObject({ updated: 2 });
});
