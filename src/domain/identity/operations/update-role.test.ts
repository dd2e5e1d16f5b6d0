import { expect, test } from 'vitest';
import { may } from '#platform/actor';
import { frozenClock } from '#platform/clock';
import { sql } from '#platform/database';
import { testWorld } from '#platform/testing';
import { authenticate } from '../authenticate.ts';
import { personIn, signedIn } from '../people.fixture.ts';
import { permissionsOf } from '../rules/roles.ts';
import { createRole } from './create-role.ts';
import { listRoles } from './list-roles.ts';
import { changeRole } from './update-role.ts';
import { updateUser } from './update-user.ts';

const clock = frozenClock('2026-11-21T10:00:00Z');
const world = await testWorld({ clock });
let made = 0;
const newRole = (permissions: string[] = ['users:read']) =>
  world.run(createRole, { name: `role_${++made}`, label: 'Role', permissions });

test('a change holds for the next request here, and within five seconds where only the database knows', async () => {
  const role = await newRole();
  const person = await personIn(world, 'rep');
  await world.run(updateUser, { id: person.publicId, role: role.name });
  const { token } = await signedIn(world, person);
  const mayNow = async (permission: string) => may(await authenticate(world.ports, { session: token }), permission);
  expect(await mayNow('users:read')).toBe(true);
  await world.run(changeRole, { id: role.id, denied: ['users:*'] });
  expect(await mayNow('users:read')).toBe(false);
  await world.database.write(world.workspaceId, async (tx) =>
    tx.send(sql`update roles set denied = '{}' where not system`),
  );
  clock.advance(5001);
  expect(await mayNow('users:read')).toBe(true);
  expect(await world.eventTypes()).toContain('identity.role.updated');
});

test('a built-in role stays as it is', async () => {
  const { data } = await world.run(listRoles, {});
  for (const { id, builtIn } of data)
    if (builtIn)
      await expect(world.run(changeRole, { id, permissions: ['*'] })).rejects.toMatchObject({ code: 'conflict' });
});

test('nobody changes a role that reaches above them, in whichever direction', async () => {
  const [wide, small] = [await newRole(['keys:*']), await newRole(['contacts:read'])];
  const narrow = { ...world.admin, permissions: permissionsOf('admin', ['roles:*', 'contacts:read']) };
  for (const input of [
    { id: wide.id, permissions: [] },
    { id: wide.id, label: 'Mine' },
    { id: small.id, permissions: ['keys:*'] },
  ])
    await expect(world.run(changeRole, input, { actor: narrow })).rejects.toMatchObject({ code: 'not_allowed' });
  await world.run(changeRole, { id: small.id, label: 'Small' }, { actor: narrow });
});

test('who may not, another workspace and bad input are refused', async () => {
  const { id } = await newRole();
  await expect(
    world.run(changeRole, { id, label: 'X' }, { actor: await personIn(world, 'manager') }),
  ).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(changeRole, { id, label: 'X' }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  for (const bad of [{}, { id: 'x' }, { id, name: 'other' }, { id, label: '' }, { id, basedOn: 'root' }])
    await expect(world.run(changeRole, bad as never)).rejects.toMatchObject({ code: 'validation_failed' });
});
