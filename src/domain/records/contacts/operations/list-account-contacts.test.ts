import { expect, test } from 'vitest';
import { account } from '#domain/records/accounts';
import { createOperation } from '#platform/records';
import { contactsWorld } from '../contacts-world.fixture.ts';
import { listAccountContacts } from './list-account-contacts.ts';

const world = await contactsWorld();
const { run, make, refuses } = world;

const company = (name: string) => run(createOperation(account), { name });

test('the people of an account are listed, filtered and paged, and nobody else', async () => {
  const [ada, bob] = [await company('Ada'), await company('Bob')];
  for (const firstName of ['Bo', 'Cy', 'Di']) await make({ firstName, accountId: ada.id });
  await make({ accountId: bob.id });
  const first = await run(listAccountContacts, { id: ada.id, sort: 'name', limit: 2 });
  const rest = await run(listAccountContacts, { id: ada.id, sort: 'name', limit: 2, cursor: first.page.next });
  expect([...first.data, ...rest.data].map((one: { firstName: string }) => one.firstName)).toEqual(['Bo', 'Cy', 'Di']);
  const filter = { or: [{ firstName: { eq: 'Cy' } }, { accountId: { eq: bob.id } }] };
  expect((await run(listAccountContacts, { id: ada.id, filter })).data).toMatchObject([{ firstName: 'Cy' }]);
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  await refuses(listAccountContacts, { id: (await company('Cleo')).id });
  await expect(run(listAccountContacts, { id: 'ac_00000000000000000000000000000000' })).rejects.toMatchObject({
    code: 'not_found',
  });
});
