import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { authenticate } from '../authenticate.ts';
import { goodPassword, linkFor, origin, personIn, personWithPassword, signedIn } from '../people.fixture.ts';
import { signInByLink, signInByPassword } from '../sign-in.ts';
import { updateProfile } from './update-profile.ts';

const world = await testWorld();
const validationFailed = { code: 'validation_failed' };

test('a rep changes the own name and settings, and settings not given stay', async () => {
  const actor = await personIn(world, 'rep');
  await world.run(updateProfile, { settings: { timeZone: 'Europe/Berlin' } }, { actor });
  const profile = await world.run(updateProfile, { name: 'Ada Byron', settings: { theme: 'dark' } }, { actor });
  expect(profile).toMatchObject({
    name: 'Ada Byron',
    firstName: 'Ada',
    settings: { theme: 'dark', timeZone: 'Europe/Berlin' },
  });
  expect(await world.eventTypes()).toContain('identity.user.updated');
});

test('nobody gives themselves a role, an address or anything else through the profile', async () => {
  const actor = await personIn(world, 'rep');
  const bad = [
    { role: 'admin' },
    { email: 'x@example.com' },
    { disabledAt: null },
    { permissions: ['*'] },
    { workspaceId: 'x' },
    { passwordHash: 'x' },
    { settings: { role: 'admin' } },
    { settings: { theme: '<script>' } },
    { settings: { timeZone: 'Mars/Olympus' } },
    JSON.parse('{"__proto__":{"role":"admin"},"role":"admin"}'),
    { name: '\u0000' },
    { name: '' },
  ];
  for (const input of bad)
    await expect(world.run(updateProfile, input, { actor })).rejects.toMatchObject(validationFailed);
});

test('a first password needs no old one, and then signs in', async () => {
  const actor = await personIn(world, 'rep');
  expect(await world.run(updateProfile, { newPassword: goodPassword }, { actor })).toMatchObject({ hasPassword: true });
  expect((await signInByPassword(world.ports, { email: actor.email, password: goodPassword }, origin)).actor.id).toBe(
    actor.id,
  );
  expect(await world.eventTypes()).toContain('identity.password.changed');
});

test('a password is changed with the old one alone, and guessing it is slowed down', async () => {
  const actor = await personWithPassword(world, 'rep');
  const change = (oldPassword?: string) =>
    world.run(updateProfile, { newPassword: 'another good one', ...(oldPassword ? { oldPassword } : {}) }, { actor });
  await expect(change()).rejects.toMatchObject(validationFailed);
  for (let i = 0; i < 4; i++) await expect(change(`wrong ${i}`)).rejects.toMatchObject(validationFailed);
  await expect(change(goodPassword)).rejects.toMatchObject({ code: 'rate_limited' });
  const other = await personWithPassword(world, 'rep');
  await world.run(updateProfile, { newPassword: 'another good one', oldPassword: goodPassword }, { actor: other });
});

test('a new password signs out all other sessions and ends waiting links, and keeps this one', async () => {
  const person = await personIn(world, 'rep');
  const [here, there] = [await signedIn(world, person), await signedIn(world, person)];
  const link = await linkFor(world, person);
  await world.run(updateProfile, { newPassword: goodPassword }, { actor: here.actor });
  await authenticate(world.ports, { session: here.token });
  await expect(authenticate(world.ports, { session: there.token })).rejects.toMatchObject({ code: 'not_signed_in' });
  await expect(signInByLink(world.ports, link, origin)).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('passwords too short or too long are refused, a huge one at once', async () => {
  const actor = await personIn(world, 'rep');
  for (const newPassword of ['', 'short', 'x'.repeat(513), 'x'.repeat(1001)])
    await expect(world.run(updateProfile, { newPassword }, { actor })).rejects.toMatchObject({ status: 400 });
  const started = performance.now();
  await expect(world.run(updateProfile, { newPassword: 'x'.repeat(5_000_000) }, { actor })).rejects.toMatchObject(
    validationFailed,
  );
  // Hashing 5 MB would take minutes; the limit is for a busy machine.
  expect(performance.now() - started).toBeLessThan(5000);
});

test('keys and who has no permission have no profile, nor has another workspace', async () => {
  const person = await personIn(world, 'rep');
  for (const actor of [
    { ...world.admin, type: 'key' as const },
    world.actorWith('users:write'),
    { ...person, workspaceId: world.stranger.workspaceId },
  ])
    await expect(world.run(updateProfile, { name: 'X' }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});
