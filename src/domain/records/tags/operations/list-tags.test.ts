import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { deleteOperation } from '#platform/records';
import { tagsWorld } from '../tags-world.fixture.ts';
import { listTags } from './list-tags.ts';

const world = await tagsWorld();
const { run, person, company } = world;

test('tags of all kinds come with how many records bear them, the most used first', async () => {
  await person('vip', 'fair');
  await person('vip');
  await company('vip');
  await run(deleteOperation(contact), { id: (await person('fair', 'gone')).id });
  expect(await run(listTags, {})).toEqual({
    data: [
      { tag: 'vip', records: 3, kinds: { contacts: 2, accounts: 1 } },
      { tag: 'fair', records: 1, kinds: { contacts: 1 } },
    ],
    complete: true,
  });
  expect(await run(listTags, { q: 'fa' })).toMatchObject({ data: [{ tag: 'fair' }] });
  expect(await run(listTags, { limit: 1 })).toMatchObject({ data: [{ tag: 'vip' }], complete: false });
});

test('kinds that one may not read are not counted, and another workspace has no tags', async () => {
  const actor = world.actorWith('tags:read', 'accounts:read');
  expect((await run(listTags, {}, { actor })).data).toEqual([{ tag: 'vip', records: 1, kinds: { accounts: 1 } }]);
  expect((await run(listTags, {}, { actor: world.stranger })).data).toEqual([]);
  await expect(run(listTags, {}, { actor: world.actorWith() })).rejects.toMatchObject({ code: 'not_allowed' });
  for (const input of [{ q: 'a\u0000' }, { limit: 0 }, { colour: 'red' }])
    await expect(run(listTags, input)).rejects.toMatchObject({ code: 'validation_failed' });
});
