import { expect, test } from 'vitest';
import { account } from '#domain/records/accounts';
import { historyWorld } from '../history-world.fixture.ts';
import { listAccountHistory } from './list-account-history.ts';

const world = await historyWorld();
const { run, code } = world;

test('the changes of one account come newest first, with labels, who, and before and after', async () => {
  const { id } = await world.makeAccount();
  await world.change(account, { id, industry: 'one' });
  const changeSetId = await world.change(account, { id, industry: 'two' });
  const { data } = await run(listAccountHistory, { id });
  expect(data).toMatchObject([
    {
      changeSet: { id: changeSetId, actor: { name: 'Ada Admin' } },
      changes: [{ field: 'industry', before: 'one', after: 'two' }],
    },
    { erased: false, changes: [{ label: account.fields.get('industry')?.label, before: null, after: 'one' }] },
  ]);
  const first = await run(listAccountHistory, { id, limit: 1 });
  expect((await run(listAccountHistory, { id, before: first.page.next })).data).toMatchObject([
    { changes: [{ after: 'one' }] },
  ]);
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  const { id } = await world.makeAccount();
  expect(await code(run(listAccountHistory, { id }, { actor: world.actorWith('changes:read') }))).toBe('not_allowed');
  expect(await code(run(listAccountHistory, { id, limit: 0 }))).toBe('validation_failed');
  expect(await code(run(listAccountHistory, { id }, { actor: world.stranger }))).toBe('not_found');
});
