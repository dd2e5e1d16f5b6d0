import { expect, test } from 'vitest';
import { refusalsIn, testWorld } from '#platform/testing';
import { createRole } from './create-role.ts';
import { listRoles } from './list-roles.ts';

const world = await testWorld();

test('the built-in roles come first, with what they grant; then those made here, which no other workspace sees', async () => {
  await world.run(createRole, { name: 'auditor', label: 'Auditor', permissions: ['contacts:read'] });
  const { data } = await world.run(listRoles, {});
  expect(data.map((role: { name: string }) => role.name)).toEqual(['admin', 'manager', 'marketing', 'rep', 'auditor']);
  expect(data[0]).toMatchObject({ builtIn: true, effective: ['*'], id: expect.stringMatching(/^ro_/) });
  expect(data[4]).toMatchObject({
    builtIn: false,
    effective: ['contacts:read', 'profile:read', 'profile:write', 'session:read'],
  });
  expect((await world.run(listRoles, {}, { actor: world.stranger })).data).toHaveLength(4);
});

test('who may not, and bad input, are refused', () => refusalsIn(world)(listRoles, {}, 'strange'));
