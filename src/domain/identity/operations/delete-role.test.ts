import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { personIn } from '../people.fixture.ts';
import { permissionsOf } from '../rules/roles.ts';
import { createRole } from './create-role.ts';
import { removeRole } from './delete-role.ts';
import { createApiKey } from './keys/create-api-key.ts';
import { listRoles } from './list-roles.ts';
import { updateUser } from './update-user.ts';

const world = await testWorld();
let made = 0;
const newRole = (permissions: string[] = []) =>
  world.run(createRole, { name: `role_${++made}`, label: 'Role', permissions });
const conflict = { code: 'conflict', status: 409 };

test('a role that nobody has goes, and it is announced', async () => {
  const { id } = await newRole();
  await world.run(removeRole, { id });
  await expect(world.run(removeRole, { id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await world.eventTypes()).toContain('identity.role.deleted');
});

test('one that a user or a key has stays, and so do the built-in ones', async () => {
  const [ofUser, ofKey] = [await newRole(), await newRole()];
  await world.run(updateUser, { id: (await personIn(world, 'rep')).publicId, role: ofUser.name });
  await world.run(createApiKey, { name: 'Robot', role: ofKey.name });
  const { data } = await world.run(listRoles, {});
  for (const { id } of data) await expect(world.run(removeRole, { id })).rejects.toMatchObject(conflict);
});

test('nobody deletes a role above, nor in another workspace; reps none; bad input is refused', async () => {
  const { id } = await newRole(['keys:*']);
  const narrow = { ...world.admin, permissions: permissionsOf('admin', ['roles:*']) };
  for (const actor of [narrow, await personIn(world, 'rep')])
    await expect(world.run(removeRole, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(removeRole, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
  for (const bad of [{}, { id: 'x' }, { id, force: true }])
    await expect(world.run(removeRole, bad as never)).rejects.toMatchObject({ code: 'validation_failed' });
});
