import { expect, test } from 'vitest';
import { routingWorld } from '../routing-world.fixture.ts';
import { createRule } from './create-rule.ts';

const world = await routingWorld();
const { make, refuses } = world;

test('a rule is kept behind those that are there, and is announced', async () => {
  const bo = await world.user();
  const action = { kind: 'roundRobin', members: [{ userId: bo.id, weight: 2, capacity: 10 }] };
  const [first, second] = [await make({ conditions: { country: { eq: 'DE' } }, action }), await make()];
  expect(first).toMatchObject({ id: expect.stringMatching(/^rr_/), active: true, action });
  expect(second.position).toBe(first.position + 1);
  expect(await world.eventTypes()).toContain('crm.routing_rule.created');
});

test('conditions that no list would understand are refused', async () => {
  await expect(make({ conditions: { contry: { eq: 'DE' } } })).rejects.toThrow("Did you mean 'country'?");
  for (const conditions of [{ country: 'DE' }, { country: { is: 'DE' } }, { score: { gt: 'many' } }, { and: 'x' }])
    await expect(make({ conditions })).rejects.toMatchObject({ code: 'validation_failed' });
});

test('actions that could give to nobody are refused', async () => {
  const bo = await world.user();
  const nobody = `us_${'0'.repeat(32)}`;
  const wrong = [
    {},
    { kind: 'lottery' },
    { kind: 'owner' },
    { kind: 'owner', userId: nobody },
    { kind: 'team', userIds: [] },
    { kind: 'team', userIds: [bo.id, bo.id] },
    { kind: 'roundRobin', members: [{ userId: bo.id, weight: -1 }] },
    { kind: 'roundRobin', members: [{ userId: bo.id, capacity: 1.5 }] },
  ];
  for (const action of wrong) await expect(make({ action })).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(make({ action: { kind: 'territory', field: 'contry' } })).rejects.toMatchObject({
    code: 'unknown_field',
  });
  await refuses(createRule, { name: 'A', action: { kind: 'owner', userId: bo.id } }, 'strange');
});
