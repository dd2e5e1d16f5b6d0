import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  hashPassword,
  hashToken,
  isOutdatedHash,
  newToken,
  openMasterKeys,
  sameSecret,
  verifyPassword,
} from './index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-crypto-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The current master key of a home. */
async function masterKeyOf(home: string, configured?: Buffer[]): Promise<Buffer> {
  const keys = await openMasterKeys({ home, configured });
  keys.close();
  return keys.all[0] as Buffer;
}

test('servers that start at once agree on one master key, readable by its owner only', async () => {
  const home = join(folder, 'fresh');
  const keys = await Promise.all(Array.from({ length: 20 }, () => masterKeyOf(home)));
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
  expect((await stat(join(home, 'master.key'))).mode & 0o777).toBe(0o600);
  expect(await readdir(home)).toEqual(['master.key']);
});

test('a configured master key goes before the file, and makes none', async () => {
  const configured = Buffer.alloc(32, 1);
  expect(await masterKeyOf(join(folder, 'absent'), [configured])).toBe(configured);
  expect(await readdir(folder)).not.toContain('absent');
});

test('a master key that others can read, or that is none, stops the start', async () => {
  const path = join(folder, 'master.key');
  await writeFile(path, 'nonsense', { mode: 0o600 });
  await expect(masterKeyOf(folder)).rejects.toThrow(/is not a master key.*backup/);
  await chmod(path, 0o644);
  await expect(masterKeyOf(folder)).rejects.toThrow(/chmod 600/);
});

test('tokens are long, distinct, and safe in a URL and a header', () => {
  const tokens = Array.from({ length: 1000 }, () => newToken('kith_'));
  expect(new Set(tokens).size).toBe(1000);
  for (const token of tokens) expect(token).toMatch(/^kith_[\w-]{43}$/);
});

test('a token is found by its hash', () => {
  expect(hashToken('kith_a')).toEqual(hashToken('kith_a'));
  expect(hashToken('kith_a')).not.toEqual(hashToken('kith_b'));
  expect(hashToken('kith_a')).toHaveLength(32);
});

test.each([
  ['a', 'a', true],
  ['a', 'b', false],
  ['a', 'aa', false],
  ['', '', true],
])('%j and %j are the same secret: %s', (left, right, expected) => {
  expect(sameSecret(left, right)).toBe(expected);
});

test('a password is known again, in any composition of its letters, and no other is', async () => {
  const hash = await hashPassword('Zoë keeps bees');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword('Zoe\u0308 keeps bees', hash)).toBe(true);
  expect(await verifyPassword('Zoe keeps bees', hash)).toBe(false);
});

test.each(['', 'short', '🐝🐝🐝🐝🐝', 'x'.repeat(513)])('%j is no password', async (password) => {
  await expect(hashPassword(password)).rejects.toMatchObject({ code: 'password_unusable' });
});

test('a hash of bcrypt is known as well, and as outdated', async () => {
  // The test vectors of OpenBSD's bcrypt, in its three spellings.
  for (const hash of ['a', 'b', 'y'].map(
    (kind) => `$2${kind}$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW`,
  )) {
    expect(await verifyPassword('U*U', hash)).toBe(true);
    expect(await verifyPassword('U*V', hash)).toBe(false);
    expect(isOutdatedHash(hash)).toBe(true);
  }
  expect(isOutdatedHash(await hashPassword('Zoë keeps bees'))).toBe(false);
});

test('somebody who does not exist has no password, and it takes as long to say so', async () => {
  const hash = await hashPassword('correct horse battery');
  const timed = async (stored: string | undefined): Promise<number> => {
    const start = performance.now();
    expect(await verifyPassword('incorrect donkey', stored)).toBe(false);
    return performance.now() - start;
  };
  const known = Math.min(await timed(hash), await timed(hash), await timed(hash));
  const unknown = Math.min(await timed(undefined), await timed(undefined), await timed(undefined));
  expect(unknown).toBeGreaterThan(known / 3);
});
