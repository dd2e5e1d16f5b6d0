import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { authenticate } from '../authenticate.ts';
import { personIn, signedIn } from '../people.fixture.ts';
import { permissionsOf } from '../rules/roles.ts';
import { createRole } from './create-role.ts';
import { createApiKey } from './keys/create-api-key.ts';
import { updateUser } from './update-user.ts';

const world = await testWorld();
const draft = {
  name: 'exporter',
  label: 'Exporter',
  basedOn: 'rep' as const,
  permissions: ['exports:*'],
  denied: ['deals:write'],
};

test('users and keys that have it may what it grants, and not what it denies; it is announced', async () => {
  const role = await world.run(createRole, draft);
  expect(role).toMatchObject({ name: 'exporter', basedOn: 'rep', builtIn: false });
  const person = await personIn(world, 'rep');
  await world.run(updateUser, { id: person.publicId, role: 'exporter' });
  const { actor } = await signedIn(world, person);
  const { key } = await world.run(createApiKey, {
    name: 'Robot',
    role: 'exporter',
    scopes: ['exports:read', 'deals:*'],
  });
  for (const one of [actor, await authenticate(world.ports, { bearer: key })]) {
    expect(one.role).toBe('exporter');
    expect([...(one.denied ?? [])]).toEqual(['deals:write']);
  }
  expect(actor.permissions.has('exports:*')).toBe(true);
  expect(await world.eventTypes()).toContain('identity.role.created');
});

test('a name is taken once, whoever is quicker, and in another workspace again', async () => {
  const both = await Promise.allSettled([1, 2].map(() => world.run(createRole, { ...draft, name: 'twice' })));
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  await expect(world.run(createRole, { ...draft, name: 'twice' })).rejects.toMatchObject({ code: 'already_known' });
  await world.run(createRole, { ...draft, name: 'twice' }, { actor: world.stranger });
});

test('nobody makes a role that may more than they, and who may not makes none', async () => {
  const narrow = { ...world.admin, permissions: permissionsOf('admin', ['roles:*', 'contacts:read']) };
  for (const [actor, more] of [
    [narrow, { permissions: ['*'] }],
    [narrow, { permissions: ['*:read'] }],
    [narrow, { basedOn: 'rep' as const }],
    [{ ...world.admin, denied: new Set(['keys:write']) }, { permissions: ['keys:*'] }],
    [await personIn(world, 'manager'), {}],
  ] as const)
    await expect(world.run(createRole, { name: 'up', label: 'Up', ...more } as never, { actor })).rejects.toMatchObject(
      { code: 'not_allowed' },
    );
  await world.run(createRole, { name: 'down', label: 'Down', permissions: ['contacts:read'] }, { actor: narrow });
});

test('bad input is refused', async () => {
  for (const bad of [
    {},
    { name: 'x' },
    { ...draft, name: 'admin' },
    { ...draft, name: 'tenant_admin' },
    { ...draft, name: 'Bad Name' },
    { ...draft, name: '__proto__' },
    { ...draft, name: 'a'.repeat(61) },
    { ...draft, name: 'ok', label: ' ' },
    { ...draft, name: 'ok', basedOn: 'exporter' },
    { ...draft, name: 'ok', permissions: ['contacts'] },
    { ...draft, name: 'ok', permissions: ['a:b:c'] },
    { ...draft, name: 'ok', permissions: Array(301).fill('a:b') },
    { ...draft, name: 'ok', system: true },
  ])
    await expect(world.run(createRole, bad as never)).rejects.toMatchObject({ code: 'validation_failed' });
});
