import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { idempotencyKey } from '#platform/operations';
import { testWorld } from '#platform/testing';
import { authenticate } from '../../authenticate.ts';
import { personIn } from '../../people.fixture.ts';
import { permissionsOf } from '../../rules/roles.ts';
import { createApiKey } from './create-api-key.ts';

const world = await testWorld();

test('a key is shown once, begins with its prefix, works, and is announced', async () => {
  const made = await world.run(createApiKey, { name: 'Robot', role: 'tenant_admin' });
  expect(made).toMatchObject({ id: expect.stringMatching(/^ak_/), name: 'Robot', role: 'admin', scopes: [] });
  expect(made.key).toMatch(/^kith_[\w-]{43}$/);
  expect(made.prefix).toBe(made.key.slice(0, 8));
  expect((await authenticate(world.ports, { bearer: made.key })).role).toBe('admin');
  expect(await world.eventTypes()).toContain('identity.key.created');
});

test('a repeated request makes one key and does not show it again; the database never holds it', async () => {
  const call = { idempotency: idempotencyKey('k1', 'apiKeys.create', 'x') };
  const { key, id } = await world.run(createApiKey, { name: 'Once', role: 'rep' }, call);
  expect(await world.run(createApiKey, { name: 'Once', role: 'rep' }, call)).toMatchObject({ id, key: null });
  for (const table of ['idempotency_keys', 'api_keys', 'events', 'change_sets', 'changes']) {
    const rows = await world.database
      .reader(world.workspaceId)
      .rows(sql<{ text: string }>`select t::text as text from ${sql.table(table)} t`);
    expect(rows.map((row) => row.text).join()).not.toContain(key);
  }
});

test('a key that is rolled back is never shown', async () => {
  expect(await world.run(createApiKey, { name: 'Probe', role: 'rep' }, { rollBack: true })).toMatchObject({
    key: null,
  });
});

test('bad input is refused', async () => {
  const good = { name: 'Robot', role: 'rep' };
  const bad = [
    {},
    { role: 'rep' },
    { ...good, name: ' ' },
    { ...good, name: 'a\u0000' },
    { ...good, name: 'x'.repeat(256) },
    { ...good, role: 'root' },
    { ...good, scopes: [] },
    { ...good, scopes: ['contacts'] },
    { ...good, scopes: ['a:b:c'] },
    { ...good, scopes: Array(51).fill('a:b') },
    { ...good, expiresAt: '2020-01-01T00:00:00Z' },
    { ...good, expiresAt: 'soon' },
    { ...good, keyHash: 'x' },
  ];
  for (const input of bad)
    await expect(world.run(createApiKey, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
});

test('nobody makes a key that may do more than they', async () => {
  const notAllowed = { code: 'not_allowed' };
  await expect(
    world.run(createApiKey, { name: 'X', role: 'rep' }, { actor: await personIn(world, 'manager') }),
  ).rejects.toMatchObject(notAllowed);
  const actor = { ...world.admin, permissions: permissionsOf('admin', ['keys:*', 'contacts:read']) };
  for (const input of [
    { role: 'admin' },
    { role: 'rep' },
    { role: 'admin', scopes: ['*:read'] },
    { role: 'rep', scopes: ['contacts:*'] },
  ])
    await expect(world.run(createApiKey, { name: 'X', ...input }, { actor })).rejects.toMatchObject(notAllowed);
  await world.run(createApiKey, { name: 'X', role: 'admin', scopes: ['contacts:read'] }, { actor });
});

test('a key sees its own workspace and no other', async () => {
  const { key } = await world.run(createApiKey, { name: 'Other', role: 'admin' }, { actor: world.stranger });
  expect((await authenticate(world.ports, { bearer: key })).workspaceId).toBe(world.stranger.workspaceId);
});
