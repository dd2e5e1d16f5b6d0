import { expect, test } from 'vitest';
import { may } from '#platform/actor';
import { testWorld } from '#platform/testing';
import { authenticate } from '../authenticate.ts';
import { createWorkspace } from '../first-start.ts';
import { personIn, signedIn } from '../people.fixture.ts';
import { permissionsOf } from '../rules/roles.ts';
import { setUserPermissions } from './set-user-permissions.ts';

const world = await testWorld();

test('it holds for the next request, what is left out stays, and it is announced', async () => {
  const person = await personIn(world, 'rep');
  const { token } = await signedIn(world, person);
  const now = () => authenticate(world.ports, { session: token });
  await now();
  await world.run(setUserPermissions, {
    id: person.publicId,
    granted: ['users:read'],
    denied: ['contacts:write'],
    groups: ['hr', 'hr'],
  });
  expect([may(await now(), 'users:read'), may(await now(), 'contacts:write')]).toEqual([true, false]);
  expect([...((await now()).groups ?? [])]).toEqual(['hr']);
  expect(await world.run(setUserPermissions, { id: person.publicId, denied: [] })).toMatchObject({
    granted: ['users:read'],
    denied: [],
    groups: ['hr'],
  });
  expect(may(await now(), 'contacts:write')).toBe(true);
  expect(await world.eventTypes()).toContain('identity.permissions.changed');
});

test('nobody grants what they do not have, nor touches somebody above; reps nobody', async () => {
  const [admin, rep] = [await personIn(world, 'admin'), await personIn(world, 'rep')];
  const narrow = { ...world.admin, permissions: new Set([...permissionsOf('rep'), 'users:write']) };
  const blocked = { ...world.admin, denied: new Set(['keys:write']) };
  for (const [actor, input] of [
    [narrow, { id: rep.publicId, granted: ['keys:write'] }],
    [narrow, { id: admin.publicId, denied: ['users:write'] }],
    [blocked, { id: rep.publicId, granted: ['keys:*'] }],
    [rep, { id: rep.publicId, granted: ['users:read'] }],
  ] as const)
    await expect(world.run(setUserPermissions, input as never, { actor })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  await world.run(setUserPermissions, { id: rep.publicId, granted: ['contacts:read'] }, { actor: narrow });
});

test('the last administrator is denied nothing', async () => {
  const { workspaceId, administrator } = await createWorkspace(world.ports, 'Lonely');
  const actor = { ...world.admin, workspaceId };
  const deny = () => world.run(setUserPermissions, { id: administrator.id, denied: ['users:write'] }, { actor });
  await expect(deny()).rejects.toMatchObject({ code: 'conflict' });
  await personIn(world, 'admin', actor);
  await deny();
});

test('another workspace and bad input are refused', async () => {
  const { publicId: id } = await personIn(world, 'rep');
  await expect(world.run(setUserPermissions, { id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  for (const bad of [{ granted: ['contacts'] }, { groups: ['sales'] }, { denied: 'all' }, { role: 'admin' }])
    await expect(world.run(setUserPermissions, { id, ...bad } as never)).rejects.toMatchObject({
      code: 'validation_failed',
    });
});
