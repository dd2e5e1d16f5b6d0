import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { encryptionModule } from '#domain/encryption';
import { ensureWorkspaceKey } from '#platform/changes';
import { createVault, openMasterKeys } from '#platform/crypto';
import { sql } from '#platform/database';
import { testWorld } from '#platform/testing';
import { commandLine } from '../fixtures/command-line.ts';

const home = mkdtempSync(join(tmpdir(), 'kith-keys-cli-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const masterKeys = await openMasterKeys({ home, lookEveryMs: 10 });
afterAll(() => masterKeys.close());
const world = await testWorld({ ports: { masterKeys, vault: createVault({ masterKeys }) } });
const { ports, workspaceId } = world;
const kith = await commandLine(world, encryptionModule.operations ?? []);

test('a new master key wraps the keys of all workspaces, and the old one opens none of them', async () => {
  const key = await ensureWorkspaceKey(ports, workspaceId);
  const old = masterKeys.all[0] as Buffer;
  const turned = await kith.run('keys', 'rotate', '--master');
  expect(turned).toMatchObject({ code: 0, out: 'master key: new; 1 keys of workspaces wrapped with it\n' });
  const row = await world.database
    .reader(workspaceId)
    .first<{ wrapped: Buffer }>(sql`select wrapped from workspace_keys where workspace_id = kith.workspace_id()`);
  const wrapped = row?.wrapped ?? Buffer.alloc(0);
  const context = `workspace:${workspaceId}`;
  expect(ports.vault.unwrap(wrapped, 'master', context)).toEqual(key);
  expect(() => createVault({ masterKey: old }).unwrap(wrapped, 'master', context)).toThrow();
  expect(readFileSync(join(home, 'master.key'), 'utf8').trim().split('\n')).toHaveLength(2);
});

test('a workspace gets a new key, and it has to be said which', async () => {
  const turned = await kith.run('keys', 'rotate', '--workspace', 'Acme');
  expect(turned).toMatchObject({ code: 0, out: expect.stringMatching(/^Acme: a new key seals from \d{4}-/) });
  expect((await kith.run('keys', 'rotate', '--workspaces')).out).toMatch(/Acme: .*\nOther: /s);
  expect(await kith.run('keys', 'rotate')).toMatchObject({ code: 2 });
});
