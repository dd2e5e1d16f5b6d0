import { expect, test } from 'vitest';
import type { Context } from '#platform/context';
import { recordUuid } from '#platform/fields';
import { referrersOf } from '#platform/records';
import { account, contact, fieldsWorld } from './fields-world.fixture.ts';

const world = await fieldsWorld();

test('who refers to a record by a field of the workspace is found, be it one link or many', async () => {
  await world.addField({ object: 'account', name: 'buyer', label: 'Buyer', type: 'reference', to: 'contact' });
  await world.addField({ object: 'account', name: 'friends', label: 'Friends', type: 'references', to: 'contact' });
  const [ana, bo] = [await world.make(contact, { firstName: 'Ana' }), await world.make(contact, { firstName: 'Bo' })];
  const works = await world.make(account, { name: 'Works', customFields: { buyer: ana.id, friends: [ana.id, bo.id] } });
  const context = {
    sql: world.database.reader(world.workspaceId),
    workspaceId: world.workspaceId,
    now: new Date(),
  } as unknown as Context;
  const found = async (id: string) => {
    const referrers = await referrersOf(context, contact, [recordUuid(contact, id) ?? ''], 10);
    return referrers.map(({ object, field, ids }) => [object.name, field.name, ids]);
  };
  const ids = [recordUuid(account, works.id)];
  expect(await found(ana.id)).toEqual([
    ['account', 'custom.buyer', ids],
    ['account', 'custom.friends', ids],
  ]);
  expect(await found(bo.id)).toEqual([['account', 'custom.friends', ids]]);
});
