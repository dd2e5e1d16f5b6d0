import '#domain/identity';
import '#domain/records/contacts';
import '#domain/records/accounts';
import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import '../module.ts';
import { createView } from './create-view.ts';
import { listViews } from './list-views.ts';
import { updateView } from './update-view.ts';

const world = await testWorld();
const { run } = world;
const berlin = { name: 'Berlin', object: 'contact', filter: { city: { eq: 'Berlin' } }, sort: '-createdAt' };
const other = { ...world.admin, id: world.ports.ids.next(), role: 'rep', permissions: new Set(['views:*']) };
const make = async () => (await run(createView, { ...berlin, shared: true } as never)).id as string;
const names = async () => (await run(listViews, {})).data.map((one: { name: string }) => one.name);

test('whose view it is may do so, and an administrator; that is told', async () => {
  const id = await make();
  await run(updateView, { id, name: 'Bonn' } as never);
  expect(await names()).toEqual(['Bonn']);
  const mine = await run(createView, berlin as never, { actor: other });
  await run(updateView, { ...{ id: mine.id, name: 'Bonn' } } as never);
  expect(await world.eventTypes()).toContain('records.view.updated');
});

test('the view of somebody else, a missing permission, wrong input and another workspace are refused', async () => {
  const id = await make();
  const call = (input: object, actor = world.admin) => run(updateView, input as never, { actor });
  await expect(call({ id, name: 'Bonn' }, other)).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(call({ id, name: 'Bonn' }, world.actorWith('views:read'))).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(call({ ...{ id, name: 'Bonn' }, colour: 'red' })).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(call({ id, name: 'Bonn' }, world.stranger)).rejects.toMatchObject({ code: 'not_found' });
  expect(await names()).toContain('Berlin');
});
