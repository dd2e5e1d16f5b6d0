import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { personIn } from '../people.fixture.ts';
import { permissionsOf } from '../rules/roles.ts';
import { createUser } from './create-user.ts';
import { getUser } from './get-user.ts';

const world = await testWorld();

test('a user is let in and announced, with the address in lower case', async () => {
  const made = await world.run(createUser, {
    email: ' Ada@Example.com ',
    firstName: 'Ada',
    lastName: 'Byron',
    role: 'sales_manager',
  });
  expect(made).toMatchObject({
    email: 'ada@example.com',
    name: 'Ada Byron',
    role: 'manager',
    version: 1,
    disabledAt: null,
  });
  expect(await world.run(getUser, { id: made.id })).toEqual(made);
  expect(await world.eventTypes()).toContain('identity.user.created');
});

test('one name is enough, and so is none', async () => {
  expect(await world.run(createUser, { email: 'grace@example.com', name: 'Grace Hopper' })).toMatchObject({
    firstName: 'Grace',
    lastName: 'Hopper',
    role: 'rep',
  });
  expect(await world.run(createUser, { email: 'alan@example.com' })).toMatchObject({ name: 'alan' });
});

test('an address signs in to one workspace, whatever its case, and two at once make one user', async () => {
  await world.run(createUser, { email: 'one@example.com' });
  const known = { code: 'already_known', status: 409 };
  await expect(world.run(createUser, { email: 'ONE@example.com' })).rejects.toMatchObject(known);
  await expect(world.run(createUser, { email: 'one@example.com' }, { actor: world.stranger })).rejects.toMatchObject(
    known,
  );
  const both = await Promise.allSettled([1, 2, 3].map(() => world.run(createUser, { email: 'two@example.com' })));
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
});

test('bad input is refused', async () => {
  const bad = [
    {},
    { email: 'x' },
    { email: 'a@b\u0000' },
    { email: 'a@b.c', role: 'root' },
    { email: 'a@b.c', role: '__proto__' },
    { email: 'a@b.c', name: 'a\u0000b' },
    { email: `${'x'.repeat(300)}@b.c` },
    { email: 'a@b.c', passwordHash: 'x' },
    { email: 'a@b.c', disabledAt: null },
    { email: 'a@b.c', workspaceId: 'x' },
  ];
  for (const input of bad)
    await expect(world.run(createUser, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
});

test('only who may write users does, and nobody makes somebody above themselves', async () => {
  const notAllowed = { code: 'not_allowed' };
  for (const role of ['manager', 'rep', 'marketing']) {
    const actor = await personIn(world, role);
    await expect(world.run(createUser, { email: 'up@example.com' }, { actor })).rejects.toMatchObject(notAllowed);
  }
  const narrow = { ...world.admin, permissions: permissionsOf('admin', ['users:*']) };
  for (const role of ['admin', 'manager', 'rep'])
    await expect(world.run(createUser, { email: 'up@example.com', role }, { actor: narrow })).rejects.toMatchObject(
      notAllowed,
    );
});
