import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { sql } from '#platform/database';
import { parseId } from '#platform/ids';
import { historyWorld } from '../history-world.fixture.ts';
import { historyOperation } from './record-history.ts';

const history = historyOperation(contact);
const world = await historyWorld();
const { run, code } = world;

test('references come with their names', async () => {
  const { id } = await world.makeContact();
  const company = await world.makeAccount({ name: 'Bob AG' });
  await world.change(contact, { id, accountId: company.id });
  expect((await run(history, { id })).data[0].changes).toEqual([
    { field: 'accountId', label: 'Account', before: null, after: company.id, afterName: 'Bob AG' },
  ]);
});

test('changes of one moment stay on one page', async () => {
  const { id } = await world.makeContact();
  for (const title of ['a', 'b', 'c']) await world.change(contact, { id, title });
  await world.database.write(world.workspaceId, async (tx) => {
    tx.send(sql`update changes set at = date_trunc('second', at) where record_id = ${parseId('ct', id)}`);
  });
  const { data } = await run(history, { id, limit: 1 });
  expect(data.length).toBeGreaterThan(0);
  const rest = await run(history, { id, before: data.at(-1).at });
  expect(data.length + rest.data.length).toBe(3);
});

test('when the key of a person is gone, history says erased and tells no value of theirs', async () => {
  const { id } = await world.makeContact();
  await world.change(contact, { id, firstName: 'Xyzzy', department: 'Sales' });
  const erase = () =>
    world.database.write(world.workspaceId, async (tx) => {
      tx.send(sql`delete from person_keys where person_id = ${parseId('ct', id)}`);
    });
  await erase();
  const told = async () => (await run(history, { id })).data;
  expect(await told()).toMatchObject([{ erased: true, changes: [{ field: 'department', after: 'Sales' }] }]);
  await world.change(contact, { id, firstName: 'New' });
  expect(await told()).toMatchObject([{ erased: false }, { erased: true }]);
  expect(JSON.stringify((await told())[1])).not.toContain('Xyzzy');
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  const { id } = await world.makeContact();
  expect(await code(run(history, { id }, { actor: world.actorWith('accounts:read') }))).toBe('not_allowed');
  expect(await code(run(history, { id, limit: 201 }))).toBe('validation_failed');
  expect(await code(run(history, { id }, { actor: world.stranger }))).toBe('not_found');
});
