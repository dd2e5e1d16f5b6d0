import { expect, test } from 'vitest';
import { z } from 'zod';
import { objectNamed } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { createOperation, undoChangeSet } from '#platform/records';
import { testWorld } from '#platform/testing';
import { personIn } from '../people.fixture.ts';
import { permissionsOf } from '../rules/roles.ts';
import { updateUser } from './update-user.ts';

const world = await testWorld();
const notAllowed = { code: 'not_allowed' };

test('name, address and role change, and it is announced by the names of the fields alone', async () => {
  const person = await personIn(world, 'rep');
  const changed = await world.run(updateUser, {
    id: person.publicId,
    name: 'New Name',
    email: 'NEW@example.com',
    role: 'manager',
  });
  expect(changed).toMatchObject({ name: 'New Name', email: 'new@example.com', role: 'manager', version: 2 });
  expect(await world.eventTypes()).toContain('identity.user.updated');
});

test('disabling and enabling', async () => {
  const person = await personIn(world, 'rep');
  expect((await world.run(updateUser, { id: person.publicId, disabled: true })).disabledAt).toEqual(expect.any(String));
  expect((await world.run(updateUser, { id: person.publicId, disabled: false })).disabledAt).toBeNull();
});

test('a taken address and an old version are refused', async () => {
  const [one, two] = [await personIn(world, 'rep'), await personIn(world, 'rep')];
  await expect(world.run(updateUser, { id: one.publicId, email: two.email })).rejects.toMatchObject({
    code: 'already_known',
  });
  await expect(world.run(updateUser, { id: one.publicId, name: 'X' }, { expectedVersion: 7 })).rejects.toMatchObject({
    code: 'version_changed',
  });
});

test('the last administrator stays one, also when two leave at the same moment', async () => {
  const first = await personIn(world, 'admin');
  for (const set of [{ role: 'rep' }, { disabled: true }])
    await expect(world.run(updateUser, { id: first.publicId, ...set })).rejects.toMatchObject({ code: 'conflict' });
  const second = await personIn(world, 'admin');
  const both = await Promise.allSettled(
    [first, second].map(({ publicId }) => world.run(updateUser, { id: publicId, disabled: true })),
  );
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
});

test('bad input is refused, and fields that are not for writing are none', async () => {
  const { publicId: id } = await personIn(world, 'rep');
  const bad = [
    { role: 'root' },
    { email: null },
    { email: 'x' },
    { disabled: 'yes' },
    { passwordHash: 'x' },
    { lastLogin: null },
    { name: '\u0000' },
  ];
  for (const set of bad)
    await expect(world.run(updateUser, { id, ...set } as never)).rejects.toMatchObject({ code: 'validation_failed' });
});

test('nobody without the permission, nobody upwards, nobody from another workspace', async () => {
  const [admin, manager, rep] = [
    await personIn(world, 'admin'),
    await personIn(world, 'manager'),
    await personIn(world, 'rep'),
  ];
  await expect(world.run(updateUser, { id: rep.publicId, role: 'admin' }, { actor: rep })).rejects.toMatchObject(
    notAllowed,
  );
  await expect(world.run(updateUser, { id: rep.publicId, name: 'X' }, { actor: manager })).rejects.toMatchObject(
    notAllowed,
  );
  const narrow = { ...world.admin, permissions: permissionsOf('admin', ['users:*']) };
  await expect(
    world.run(updateUser, { id: admin.publicId, email: 'mine@example.com' }, { actor: narrow }),
  ).rejects.toMatchObject(notAllowed);
  await expect(world.run(updateUser, { id: rep.publicId, role: 'admin' }, { actor: narrow })).rejects.toMatchObject(
    notAllowed,
  );
  await expect(world.run(updateUser, { id: rep.publicId, name: 'X' }, { actor: world.stranger })).rejects.toMatchObject(
    { code: 'not_found' },
  );
});

test('undo is no way around: a rep cannot take back being made one', async () => {
  const undo = defineOperation({
    name: 'test.undo',
    summary: 'Undo.',
    kind: 'write',
    permission: 'changes:undo',
    input: z.object({ id: z.string() }),
    run: (context, { id }) => undoChangeSet(context, id),
  });
  const person = await personIn(world, 'manager');
  const changeSetId = world.ports.ids.next();
  await world.run(updateUser, { id: person.publicId, role: 'rep' }, { changeSetId });
  const rep = { ...person, permissions: permissionsOf('rep') };
  await expect(world.run(undo, { id: changeSetId }, { actor: rep })).rejects.toMatchObject(notAllowed);
  await world.run(undo, { id: changeSetId });
});

test('a user has a team and a manager of this workspace, and nobody reports to themselves by way of others', async () => {
  const [boss, rep] = [await personIn(world, 'manager'), await personIn(world, 'rep')];
  const { id: teamId } = await world.run(createOperation(objectNamed('team')), { name: 'North' } as never);
  const placed = await world.run(updateUser, { id: rep.publicId, teamId, managerId: boss.publicId });
  expect(placed).toMatchObject({ team: { name: 'North' }, manager: { id: boss.publicId } });
  const ring = world.run(updateUser, { id: boss.publicId, managerId: rep.publicId });
  await expect(ring).rejects.toMatchObject({ code: 'conflict' });
  const nowhere = world.run(updateUser, { id: rep.publicId, teamId: `tx_${'0'.repeat(32)}` });
  await expect(nowhere).rejects.toMatchObject({ code: 'validation_failed' });
});
