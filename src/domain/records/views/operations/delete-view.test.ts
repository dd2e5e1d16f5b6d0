import '#domain/identity';
import '#domain/records/contacts';
import '#domain/records/accounts';
import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import '../module.ts';
import { createView } from './create-view.ts';
import { deleteView } from './delete-view.ts';
import { listViews } from './list-views.ts';

const world = await testWorld();
const { run } = world;
const berlin = { name: 'Berlin', object: 'contact', filter: { city: { eq: 'Berlin' } }, sort: '-createdAt' };
const other = { ...world.admin, id: world.ports.ids.next(), role: 'rep', permissions: new Set(['views:*']) };
const make = async () => (await run(createView, { ...berlin, shared: true } as never)).id as string;
const names = async () => (await run(listViews, {})).data.map((one: { name: string }) => one.name);

test('whose view it is may do so, and an administrator; that is told', async () => {
  const id = await make();
  await run(deleteView, { id } as never);
  expect(await names()).toEqual([]);
  const mine = await run(createView, berlin as never, { actor: other });
  await run(deleteView, { ...{ id: mine.id } } as never);
  expect(await world.eventTypes()).toContain('records.view.deleted');
});

test('the view of somebody else, a missing permission, wrong input and another workspace are refused', async () => {
  const id = await make();
  const call = (input: object, actor = world.admin) => run(deleteView, input as never, { actor });
  await expect(call({ id }, other)).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(call({ id }, world.actorWith('views:read'))).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(call({ ...{ id }, colour: 'red' })).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(call({ id }, world.stranger)).rejects.toMatchObject({ code: 'not_found' });
  expect(await names()).toContain('Berlin');
});
