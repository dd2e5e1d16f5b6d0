import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { authenticate } from '../../authenticate.ts';
import { personIn } from '../../people.fixture.ts';
import { permissionsOf } from '../../rules/roles.ts';
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';

const world = await testWorld();
const make = () => world.run(createApiKey, { name: 'Robot', role: 'rep' });

test('a revoked key works no more, stays in the list, and is announced once', async () => {
  const { id, key } = await make();
  await world.run(revokeApiKey, { id });
  await world.run(revokeApiKey, { id });
  await expect(authenticate(world.ports, { bearer: key })).rejects.toMatchObject({ code: 'not_signed_in' });
  expect((await world.run(listApiKeys, {})).data[0]).toMatchObject({ id, revokedAt: expect.any(Date) });
  expect((await world.eventTypes()).filter((type) => type === 'identity.key.revoked')).toHaveLength(1);
});

test('a key of another workspace is not there', async () => {
  const { id, key } = await make();
  await expect(world.run(revokeApiKey, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
  await authenticate(world.ports, { bearer: key });
});

test('refuses without permission, upwards, and what is no id', async () => {
  const { id } = await make();
  await expect(world.run(revokeApiKey, { id }, { actor: await personIn(world, 'rep') })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  const narrow = { ...world.admin, permissions: permissionsOf('admin', ['keys:*']) };
  await expect(world.run(revokeApiKey, { id }, { actor: narrow })).rejects.toMatchObject({ code: 'not_allowed' });
  for (const bad of ['', 'x', 'us_0192f1a0000070008000000000000000'])
    await expect(world.run(revokeApiKey, { id: bad })).rejects.toMatchObject({ code: 'validation_failed' });
});
