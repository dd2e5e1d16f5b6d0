import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { databaseAccount } from './account.ts';

const isRoot = process.getuid?.() === 0;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function passwd(...lines: string[]): string {
  const file = join(folder, 'passwd');
  writeFileSync(file, ['root:x:0:0::/root:/bin/sh', ...lines, ''].join('\n'));
  return file;
}

const nobody = 'nobody:x:65534:65533::/nonexistent:/sbin/nologin';
const kith = 'kith:x:990:991::/:/sbin/nologin';

it.runIf(isRoot)('runs PostgreSQL as nobody, or as kith where that account exists', () => {
  const none = join(folder, 'none');
  expect(databaseAccount(none, passwd(nobody))).toEqual({ name: 'nobody', uid: 65534, gid: 65533, switched: true });
  expect(databaseAccount(none, passwd(nobody, kith))).toEqual({ name: 'kith', uid: 990, gid: 991, switched: true });
});

it.runIf(isRoot)('says which account it misses', () => {
  expect(() => databaseAccount(join(folder, 'none'), passwd())).toThrow(/neither "kith" nor "nobody".*useradd/);
  expect(() => databaseAccount(folder, passwd(nobody))).toThrow(/none for uid 0/);
});
