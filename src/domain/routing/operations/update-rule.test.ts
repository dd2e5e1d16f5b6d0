import { expect, test } from 'vitest';
import { routingWorld } from '../routing-world.fixture.ts';
import { updateRule } from './update-rule.ts';

const world = await routingWorld();

test('an inactive rule is not asked, and the change is told', async () => {
  const { id } = await world.make();
  expect((await world.capture()).ownerId).toMatch(/^us_/);
  await world.run(updateRule, { id, active: false } as never);
  expect((await world.capture()).ownerId).toBeNull();
  expect(await world.eventTypes()).toContain('crm.routing_rule.updated');
  await world.refuses(updateRule, { id, name: 'B' });
});

test('a round begins anew when its members change: who comes new does not get all that the others have had', async () => {
  const [bo, cy] = [await world.user('Bo'), await world.user('Cy')];
  const round = (...ids: string[]) => ({ kind: 'roundRobin', members: ids.map((userId) => ({ userId })) });
  const { id } = await world.make({ action: round(bo.id) });
  for (let index = 0; index < 5; index += 1) await world.capture();
  await world.run(updateRule, { id, action: round(bo.id, cy.id) } as never);
  const owners: string[] = [];
  for (let index = 0; index < 4; index += 1) owners.push((await world.capture()).ownerId);
  expect(owners).toEqual([bo.id, cy.id, bo.id, cy.id]);
});
