import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { authenticate } from '../authenticate.ts';
import { personIn } from '../people.fixture.ts';
import { getSession } from './get-session.ts';
import { createApiKey } from './keys/create-api-key.ts';

const world = await testWorld();

test('a person learns who they are, where, and what they may do', async () => {
  const actor = await personIn(world, 'rep');
  expect(await world.run(getSession, {}, { actor })).toMatchObject({
    user: { id: actor.publicId, type: 'user', email: actor.email, role: 'rep', hasPassword: false },
    workspace: { name: 'Acme' },
    permissions: expect.arrayContaining(['contacts:read']),
  });
});

test('a key does so as well, however narrow its scopes', async () => {
  const { key, id } = await world.run(createApiKey, { name: 'Robot', role: 'rep', scopes: ['contacts:read'] });
  const actor = await authenticate(world.ports, { bearer: key });
  expect(await world.run(getSession, {}, { actor })).toMatchObject({
    user: { id, type: 'key', name: 'Robot', email: null },
    permissions: ['contacts:read', 'session:read'],
  });
});

test('refuses who has no permission, and input that it does not know', async () => {
  await expect(world.run(getSession, {}, { actor: world.actorWith() })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(getSession, { workspaceId: 'x' } as never)).rejects.toMatchObject({
    code: 'validation_failed',
  });
});

test('another workspace is another one', async () => {
  expect((await world.run(getSession, {}, { actor: world.stranger })).workspace.name).toBe('Other');
});
