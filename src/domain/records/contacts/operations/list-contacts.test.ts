import { expect, test } from 'vitest';
import { contactsWorld } from '../contacts-world.fixture.ts';
import { deleteContact } from './delete-contact.ts';
import { listContacts } from './list-contacts.ts';

const world = await contactsWorld();
const { run, make, refuses } = world;

for (const value of ['b', 'a', 'c']) await make({ title: value, tags: [value] });
const gone = await make({ title: 'd' });
await run(deleteContact, { id: gone.id });
const values = (answer: { data: { title: string }[] }) => answer.data.map((one) => one.title);

test('contacts are filtered, sorted and paged; deleted ones are not among them', async () => {
  const first = await run(listContacts, { sort: '-title', limit: 2, count: 'exact' });
  expect([values(first), first.page.total]).toEqual([['c', 'b'], 3]);
  const second = await run(listContacts, { sort: '-title', limit: 2, cursor: first.page.next });
  expect([values(second), second.page]).toEqual([['a'], {}]);
  expect(values(await run(listContacts, { filter: { tags: { contains: 'b' } } }))).toEqual(['b']);
});

test('it is refused without the permission or with wrong input, and another workspace sees nothing', async () => {
  await refuses(listContacts, {}, 'strange');
  expect((await run(listContacts, {}, { actor: world.stranger })).data).toEqual([]);
  for (const input of [{ limit: 0 }, { limit: 201 }, { q: 'x'.repeat(300) }, { filter: '{' }, { filter: [1] }])
    await expect(run(listContacts, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(listContacts, { filter: { titles: { eq: 'x' } } })).rejects.toMatchObject({ code: 'unknown_field' });
});
