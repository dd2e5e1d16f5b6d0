import { expect, test } from 'vitest';
import { frozenClock } from '#platform/clock';
import { idempotencyKey } from '#platform/operations';
import { testWorld } from '#platform/testing';
import { authenticate } from '../../authenticate.ts';
import { personIn } from '../../people.fixture.ts';
import { permissionsOf } from '../../rules/roles.ts';
import { createApiKey } from './create-api-key.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { rotateApiKey } from './rotate-api-key.ts';

const clock = frozenClock('2026-11-21T10:00:00Z');
const world = await testWorld({ clock });
const hour = 60 * 60_000;
const refused = { code: 'not_signed_in' };
const makeKey = (input = {}) => world.run(createApiKey, { name: 'Robot', role: 'rep', ...input });
const works = (key: string) => authenticate(world.ports, { bearer: key });

test('both keys work for a day with the same rights, then the new one alone; it is announced', async () => {
  const old = await makeKey({ scopes: ['contacts:read'], requestsPerMinute: 7 });
  const made = await world.run(rotateApiKey, { id: old.id });
  expect(made).toMatchObject({
    name: 'Robot',
    role: 'rep',
    scopes: ['contacts:read'],
    requestsPerMinute: 7,
    expiresAt: null,
  });
  expect([...(await works(made.key)).permissions].sort()).toEqual([...(await works(old.key)).permissions].sort());
  clock.advance(24 * hour);
  await expect(works(old.key)).rejects.toMatchObject(refused);
  await works(made.key);
  expect(await world.eventTypes()).toContain('identity.key.rotated');
});

test('without overlap the old one ends at once; the new one is made for as long as the old one was', async () => {
  const old = await makeKey({ expiresAt: new Date(clock.now().getTime() + 10 * hour).toISOString() });
  await works(old.key);
  clock.advance(hour);
  const made = await world.run(rotateApiKey, { id: old.id, overlapHours: 0 });
  await expect(works(old.key)).rejects.toMatchObject(refused);
  expect(made.expiresAt).toEqual(new Date(clock.now().getTime() + 10 * hour));
});

test('an overlap makes no key live longer than it was made for', async () => {
  const old = await makeKey({ expiresAt: new Date(clock.now().getTime() + hour).toISOString() });
  await world.run(rotateApiKey, { id: old.id, overlapHours: 24 });
  clock.advance(hour);
  await expect(works(old.key)).rejects.toMatchObject(refused);
});

test('a repeated request makes one key and does not show it again', async () => {
  const { id } = await makeKey();
  const call = { idempotency: idempotencyKey('k1', 'apiKeys.rotate', id) };
  const made = await world.run(rotateApiKey, { id }, call);
  expect(await world.run(rotateApiKey, { id }, call)).toMatchObject({ id: made.id, key: null });
});

test('a revoked key is not rotated; nobody rotates one above; who may not, another workspace and bad input are refused', async () => {
  const [gone, wide] = [await makeKey(), await makeKey({ role: 'admin' })];
  await world.run(revokeApiKey, { id: gone.id });
  await expect(world.run(rotateApiKey, { id: gone.id })).rejects.toMatchObject({ code: 'conflict' });
  const narrow = { ...world.admin, permissions: permissionsOf('admin', ['keys:*']) };
  for (const actor of [narrow, await personIn(world, 'manager')])
    await expect(world.run(rotateApiKey, { id: wide.id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(rotateApiKey, { id: wide.id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  for (const bad of [
    { id: 'x' },
    { id: wide.id, overlapHours: -1 },
    { id: wide.id, overlapHours: 1e6 },
    { id: wide.id, expiresAt: '2020-01-01T00:00:00Z' },
    { id: wide.id, role: 'admin' },
  ])
    await expect(world.run(rotateApiKey, bad as never)).rejects.toMatchObject({ code: 'validation_failed' });
});
