import { expect, test } from 'vitest';
import { routingWorld } from './routing-world.fixture.ts';

const world = await routingWorld();

test('leads that come at once go round by weight, and nobody gets more than their capacity', async () => {
  const [bo, cy, di] = [await world.user('Bo'), await world.user('Cy'), await world.user('Di')];
  const members = [{ userId: bo.id, weight: 3 }, { userId: cy.id }, { userId: di.id, capacity: 2 }];
  await world.make({ conditions: { country: { eq: 'DE' } }, action: { kind: 'roundRobin', members } });
  const leads = await Promise.all(Array.from({ length: 20 }, () => world.capture({ country: 'DE' })));
  const held = (id: string) => leads.filter((one) => one.ownerId === id).length;
  expect(held(di.id)).toBe(2);
  expect(held(bo.id) + held(cy.id)).toBe(18);
  expect(Math.abs(held(bo.id) - 3 * held(cy.id))).toBeLessThanOrEqual(4);
});

test('a territory shares what belongs to it', async () => {
  const [bo, cy] = [await world.user('Bo'), await world.user('Cy')];
  const team = { members: [{ userId: bo.id }, { userId: cy.id }] };
  const nord = await world.makeTerritory({ name: 'Nord', match: { industry: ['Shipping'] }, team });
  await world.make({ conditions: { country: { eq: 'NO' } }, action: { kind: 'territory', field: 'industry' } });
  const [one, two] = [
    await world.capture({ country: 'NO', industry: 'shipping' }),
    await world.capture({ country: 'NO', industry: 'Shipping' }),
  ];
  expect([one, two].map(({ ownerId }) => ownerId)).toEqual([bo.id, cy.id]);
  expect(one).toMatchObject({
    territory: { id: nord.id, name: 'Nord' },
    assignedBecause: 'Rule “All” (Country is NO): in the territory “Nord” it is the turn of Bo.',
  });
});
