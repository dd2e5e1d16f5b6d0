import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { testWorld } from '#platform/testing';
import { authenticate } from './authenticate.ts';
import { createKey, createWorkspace, ensureFirstWorkspace, newSignInLink, workspaceNamed } from './first-start.ts';
import { origin } from './people.fixture.ts';
import { signInByLink } from './sign-in.ts';
import { listWorkspaces } from './store/workspaces.ts';

const world = await testWorld();
const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? '';

/** As on a new database: the workspaces of the test world are set aside. */
async function emptied(): Promise<void> {
  for (const { id } of await listWorkspaces(world.database)) {
    await world.database.write(id, async (tx) => {
      tx.send(sql`delete from users`);
      tx.send(sql`delete from workspaces where id = ${id}`);
    });
  }
}

test('processes that start at the same moment make one workspace with one administrator, who comes in by the link', async () => {
  await emptied();
  const all = await Promise.all(Array.from({ length: 5 }, () => ensureFirstWorkspace(world.ports)));
  expect(all.filter((one) => one.created)).toHaveLength(1);
  expect((await listWorkspaces(world.database)).map((one) => one.name)).toEqual(['My workspace']);
  const link = await newSignInLink(world.ports, 'http://localhost:4000');
  expect(link.url).toMatch(/^http:\/\/localhost:4000\/sign-in\?token=/);
  expect((await signInByLink(world.ports, tokenOf(link.url), origin)).actor.role).toBe('admin');
});

test('a workspace that was left without an administrator gets one', async () => {
  await emptied();
  await world.database.system.first(sql`select kith.create_workspace(${world.ports.ids.next()}, 'Half made')`);
  expect(await ensureFirstWorkspace(world.ports)).toMatchObject({ created: false });
  await newSignInLink(world.ports);
});

test('another workspace has an administrator of its own, and its audit says who made it', async () => {
  const [one, two] = [await createWorkspace(world.ports, 'One'), await createWorkspace(world.ports, 'One')];
  expect(one.publicId).toMatch(/^ws_[0-9a-f]{32}$/);
  expect(one.administrator.email).not.toBe(two.administrator.email);
  const { url } = await newSignInLink(world.ports, 'http://x', two.publicId);
  expect((await signInByLink(world.ports, tokenOf(url), origin)).actor.workspaceId).toBe(two.workspaceId);
  const rows = await world.database
    .reader(one.workspaceId)
    .rows(sql`select operation, surface, actor_type from change_sets`);
  expect(rows).toEqual([{ operation: 'users.create', surface: 'cli', actor_type: 'system' }]);
});

test('a key made outside works, in the first workspace unless told', async () => {
  await emptied();
  const { workspaceId } = await ensureFirstWorkspace(world.ports);
  const other = await createWorkspace(world.ports, 'Other');
  const [first, second] = [
    await createKey(world.ports, { name: 'CLI', role: 'admin' }),
    await createKey(world.ports, { name: 'CLI', role: 'rep', workspaceId: other.publicId, scopes: ['contacts:read'] }),
  ];
  expect(await authenticate(world.ports, { bearer: first.key })).toMatchObject({ workspaceId, role: 'admin' });
  expect(await authenticate(world.ports, { bearer: second.key })).toMatchObject({
    workspaceId: other.workspaceId,
    role: 'rep',
  });
});

test('a workspace is named by id or by name, unless several have it', async () => {
  const only = await createWorkspace(world.ports, 'The only one');
  for (const which of [only.publicId, only.workspaceId, 'The only one'])
    expect((await workspaceNamed(world.ports, which)).id).toBe(only.workspaceId);
  await createWorkspace(world.ports, 'The only one');
  await expect(workspaceNamed(world.ports, 'The only one')).rejects.toMatchObject({ code: 'conflict' });
});

test('bad names, roles and workspaces are refused', async () => {
  for (const name of ['', ' ', 'x'.repeat(256), 'a\u0000'])
    await expect(createWorkspace(world.ports, name)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(createKey(world.ports, { name: 'X', role: 'root' })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  for (const workspaceId of ['ws_x', "'", `ws_${randomBytes(16).toString('hex')}`])
    await expect(createKey(world.ports, { name: 'X', role: 'rep', workspaceId })).rejects.toMatchObject({
      code: 'not_found',
    });
});
