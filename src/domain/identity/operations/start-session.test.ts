import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { personIn, personWithPassword } from '../people.fixture.ts';
import { startSession } from './start-session.ts';

const world = await testWorld();
const starting = { permissions: new Set(['session:start']) };
const refused = { code: 'not_signed_in' };

test('a password that was changed meanwhile starts nothing', async () => {
  const actor = { ...(await personWithPassword(world, 'rep')), ...starting };
  const input = { way: { by: 'password' as const, passwordHash: 'the old one' }, address: '::1' };
  await expect(world.run(startSession, input, { actor })).rejects.toMatchObject(refused);
});

test("somebody else's link starts nothing, and is not used up by the attempt", async () => {
  const actor = { ...(await personIn(world, 'rep')), ...starting };
  await expect(
    world.run(startSession, { way: { by: 'link', linkToken: 'x' }, address: '' }, { actor }),
  ).rejects.toMatchObject(refused);
});

test('nobody but the sign-in has the permission', async () => {
  const person = await personIn(world, 'manager');
  await expect(
    world.run(startSession, { way: { by: 'link', linkToken: 'x' }, address: '' }, { actor: person }),
  ).rejects.toMatchObject({
    code: 'not_allowed',
  });
});
