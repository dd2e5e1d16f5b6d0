import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#platform/errors';
import { keyBytes } from './vault.ts';

function unusable(path: string, what: string): Problem {
  return new Problem('master_key_unusable', {
    detail: `${path} ${what}. Put back the file from your backup: what is sealed cannot be read without it.`,
  });
}

async function readKey(path: string): Promise<Buffer | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw unusable(path, `cannot be read (${String(error)})`);
  }
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) {
    throw new Problem('master_key_unusable', {
      detail: `Others on this machine can read ${path}. Close it first: chmod 600 '${path}'`,
    });
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyBytes) throw unusable(path, 'is not a master key');
  return key;
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes beside and links into place, so that two servers that start at once agree on one key and a crash leaves none or a whole one. */
async function makeKey(home: string, path: string): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(keyBytes).toString('base64')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await flush(home);
}

/**
 * The master key (32 bytes): the configured one, else the one in `<home>/master.key`, which is made at the first start, readable by its owner only.
 * Throws `master_key_unusable` when the file is open to others or is not a key.
 */
export async function loadMasterKey(home: string, configured?: Buffer): Promise<Buffer> {
  if (configured) return configured;
  const path = join(home, 'master.key');
  const known = await readKey(path);
  if (known) return known;
  await makeKey(home, path);
  const made = await readKey(path);
  if (!made) throw unusable(path, 'vanished while it was made');
  return made;
}
