import { expect, test } from 'vitest';
import { routingWorld } from '../routing-world.fixture.ts';
import { listRouting } from './list-routing.ts';

const world = await routingWorld();

test('who got what and why is told, page by page, the latest first', async () => {
  const rule = await world.make();
  const leads = [await world.capture(), await world.capture(), await world.capture()];
  const first = await world.run(listRouting, { limit: 2, ruleId: rule.id });
  const rest = await world.run(listRouting, { limit: 2, ruleId: rule.id, cursor: first.page.next });
  const told = [...first.data, ...rest.data];
  expect(told.map((one: { recordId: string }) => one.recordId)).toEqual(leads.map(({ id }) => id).reverse());
  expect(told[0]).toMatchObject({
    kind: 'rule',
    ownerId: rule.action.userId,
    because: 'Rule “All”: it goes to Bo Berg.',
  });
  expect(rest.page).toEqual({});
});

test('one lead, one owner, and nothing for another workspace or without permission', async () => {
  const [{ id, ownerId }] = [await world.capture()];
  expect((await world.run(listRouting, { leadId: id })).data).toHaveLength(1);
  expect((await world.run(listRouting, { ownerId })).data.length).toBeGreaterThan(1);
  expect((await world.run(listRouting, { leadId: id }, { actor: world.stranger })).data).toEqual([]);
  await expect(world.run(listRouting, {}, { actor: world.actorWith('contacts:read') })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(world.run(listRouting, { colour: 'red' } as never)).rejects.toMatchObject({ code: 'validation_failed' });
});
