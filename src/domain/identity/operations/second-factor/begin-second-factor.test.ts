import { expect, test } from 'vitest';
import { idempotencyKey } from '#platform/operations';
import { testWorld } from '#platform/testing';
import { linkFor, origin, personIn, signedIn, withSecondFactor } from '../../people.fixture.ts';
import { signInByLink } from '../../sign-in.ts';
import { beginSecondFactor } from './begin-second-factor.ts';

const world = await testWorld();

test('the secret is shown for an authenticator, and nothing changes before a code is confirmed', async () => {
  const person = await personIn(world, 'rep');
  const { secret, uri } = await world.run(beginSecondFactor, {}, { actor: person });
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(uri).toMatch(/^otpauth:\/\/totp\/Kith:person.*example\.com\?issuer=Kith&secret=[A-Z2-7]{32}/);
  await signInByLink(world.ports, await linkFor(world, person), origin);
  expect((await world.run(beginSecondFactor, {}, { actor: person })).secret).not.toBe(secret);
});

test('a repeated request does not show it again', async () => {
  const actor = await personIn(world, 'rep');
  const call = { actor, idempotency: idempotencyKey('k1', 'mfa.begin', '') };
  expect((await world.run(beginSecondFactor, {}, call)).secret).toBeTruthy();
  expect(await world.run(beginSecondFactor, {}, call)).toEqual({ secret: null, uri: null });
});

test('one that is on is not overwritten: an open session must not be able to swap it', async () => {
  const { actor } = await signedIn(world, await personIn(world, 'rep'));
  await withSecondFactor(world, actor);
  await expect(world.run(beginSecondFactor, {}, { actor })).rejects.toMatchObject({ code: 'conflict' });
});

test('keys, who may not, and another workspace set none up; bad input is refused', async () => {
  const person = await personIn(world, 'rep');
  for (const actor of [
    { ...world.admin, type: 'key' as const },
    world.actorWith('profile:read'),
    { ...person, workspaceId: world.stranger.workspaceId },
  ])
    await expect(world.run(beginSecondFactor, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(beginSecondFactor, { secret: 'x' } as never, { actor: person })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
