import { expect, test } from 'vitest';
import { filesWorld } from '../files-world.fixture.ts';
import { setPermissions } from './set-permissions.ts';

const world = await filesWorld();
const { run, upload, read, colleague, refuses } = world;
const [bo, cleo] = [await colleague('Bo'), await colleague('Cleo')];
const may = (id: string, actor = bo.actor) =>
  read(id, {}, actor).then(
    () => true,
    () => false,
  );

test('who is listed may read a file, by name or by role, and others may not any more', async () => {
  const { id } = await upload('x');
  const set = (values: object) => run(setPermissions, { id, ...values } as never);
  expect([await may(id), await may(id, cleo.actor)]).toEqual([true, true]);
  expect(await set({ access: 'listed', userIds: [bo.id] })).toMatchObject({ access: 'listed', allowedUsers: [bo.id] });
  expect([await may(id), await may(id, cleo.actor)]).toEqual([true, false]);
  await set({ access: 'listed', roles: ['rep'] });
  expect([await may(id, cleo.actor), await may(id, { ...cleo.actor, role: 'marketing' })]).toEqual([true, false]);
  await set({ access: 'owner' });
  expect([await may(id), await may(id, world.admin)]).toEqual([false, true]);
  expect(await world.eventTypes()).toContain('crm.file.updated');
});

test('nobody gives themselves what was not given to them', async () => {
  const { id } = await upload('x');
  const call = { actor: bo.actor };
  await expect(run(setPermissions, { id, access: 'owner' }, call)).rejects.toMatchObject({ code: 'not_allowed' });
  const own = await upload('x', {}, call);
  expect(await run(setPermissions, { id: own.id, access: 'owner' }, call)).toMatchObject({ access: 'owner' });
});

test('mistakes are refused', async () => {
  const { id } = await upload('x');
  const wrong = [
    { access: 'some' },
    { access: 'listed' },
    { access: 'owner', userIds: [bo.id] },
    { access: 'listed', roles: ['king'] },
    { access: 'listed', userIds: ['us_00000000000000000000000000000000'] },
  ];
  for (const one of wrong)
    await expect(run(setPermissions, { id, ...one } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(setPermissions, { id, access: 'owner' });
});
