import '#domain/identity';
import '#domain/records/contacts';
import '#domain/records/accounts';
import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import '../module.ts';
import { createView } from './create-view.ts';
import { listViews } from './list-views.ts';

const world = await testWorld();
const { run } = world;
const berlin = { name: 'Berlin', object: 'contact', filter: { city: { eq: 'Berlin' } }, sort: '-createdAt' };
const other = { ...world.admin, id: world.ports.ids.next(), role: 'rep', permissions: new Set(['views:*']) };
const names = async (input: object, actor = world.admin) =>
  (await run(listViews, input, { actor })).data.map((one: { name: string }) => one.name);

test('mine and the shared ones are listed by name, of one kind if I like', async () => {
  await run(createView, { ...berlin, name: 'B shared', shared: true } as never);
  await run(createView, { ...berlin, name: 'A mine', object: 'account' } as never);
  await run(createView, { ...berlin, name: 'C of another' } as never, { actor: other });
  expect(await names({})).toEqual(['A mine', 'B shared']);
  expect(await names({ object: 'contact' })).toEqual(['B shared']);
  expect(await names({}, other)).toEqual(['B shared', 'C of another']);
});

test('it is refused without the permission or with wrong input, and another workspace sees none', async () => {
  await expect(run(listViews, {}, { actor: world.actorWith('views:write') })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(run(listViews, { objekt: 'x' } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  expect(await names({}, world.stranger)).toEqual([]);
});
