import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { historyWorld } from '../history-world.fixture.ts';
import { listContactHistory } from './list-contact-history.ts';

const world = await historyWorld();
const { run, code } = world;

test('the changes of one contact come newest first, with labels, who, and before and after', async () => {
  const { id } = await world.makeContact();
  await world.change(contact, { id, title: 'one' });
  const changeSetId = await world.change(contact, { id, title: 'two' });
  const { data } = await run(listContactHistory, { id });
  expect(data).toMatchObject([
    {
      changeSet: { id: changeSetId, actor: { name: 'Ada Admin' } },
      changes: [{ field: 'title', before: 'one', after: 'two' }],
    },
    { erased: false, changes: [{ label: contact.fields.get('title')?.label, before: null, after: 'one' }] },
  ]);
  const first = await run(listContactHistory, { id, limit: 1 });
  expect((await run(listContactHistory, { id, before: first.page.next })).data).toMatchObject([
    { changes: [{ after: 'one' }] },
  ]);
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  const { id } = await world.makeContact();
  expect(await code(run(listContactHistory, { id }, { actor: world.actorWith('changes:read') }))).toBe('not_allowed');
  expect(await code(run(listContactHistory, { id, limit: 0 }))).toBe('validation_failed');
  expect(await code(run(listContactHistory, { id }, { actor: world.stranger }))).toBe('not_found');
});
