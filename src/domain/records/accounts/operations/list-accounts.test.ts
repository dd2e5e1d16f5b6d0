import { expect, test } from 'vitest';
import { accountsWorld } from '../accounts-world.fixture.ts';
import { deleteAccount } from './delete-account.ts';
import { listAccounts } from './list-accounts.ts';

const world = await accountsWorld();
const { run, make, refuses } = world;

for (const value of ['b', 'a', 'c']) await make({ industry: value, tags: [value] });
const gone = await make({ industry: 'd' });
await run(deleteAccount, { id: gone.id });
const values = (answer: { data: { industry: string }[] }) => answer.data.map((one) => one.industry);

test('accounts are filtered, sorted and paged; deleted ones are not among them', async () => {
  const first = await run(listAccounts, { sort: '-industry', limit: 2, count: 'exact' });
  expect([values(first), first.page.total]).toEqual([['c', 'b'], 3]);
  const second = await run(listAccounts, { sort: '-industry', limit: 2, cursor: first.page.next });
  expect([values(second), second.page]).toEqual([['a'], {}]);
  expect(values(await run(listAccounts, { filter: { tags: { contains: 'b' } } }))).toEqual(['b']);
});

test('it is refused without the permission or with wrong input, and another workspace sees nothing', async () => {
  await refuses(listAccounts, {}, 'strange');
  expect((await run(listAccounts, {}, { actor: world.stranger })).data).toEqual([]);
  for (const input of [{ limit: 0 }, { limit: 201 }, { q: 'x'.repeat(300) }, { filter: '{' }, { filter: [1] }])
    await expect(run(listAccounts, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(listAccounts, { filter: { industrys: { eq: 'x' } } })).rejects.toMatchObject({
    code: 'unknown_field',
  });
});
