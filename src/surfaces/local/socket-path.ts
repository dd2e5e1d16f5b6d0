import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';

/** A socket's path may have 107 bytes on Linux and 103 on macOS. */
const longestPathBytes = 100;

/** Where the server of a home listens for those who sit on its machine. The home need not exist. */
export function localSocketPath(home: string): string {
  const real = realOf(home);
  const path = join(real, 'run', 'kith.sock');
  if (Buffer.byteLength(path) <= longestPathBytes) return path;
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 12);
  return `/tmp/kith-${userInfo().uid}-${hash}/run/kith.sock`;
}

function realOf(home: string): string {
  try {
    return realpathSync(home);
  } catch {
    // It is made at the first start; until then its name is what we have.
    return home;
  }
}

/** Makes the folder of the socket, open to us alone. Throws when somebody else was there first, as anybody may be in /tmp. */
export function makeSocketFolder(path: string): void {
  const folder = dirname(path);
  for (const one of path.startsWith('/tmp/kith-') ? [dirname(folder), folder] : [folder]) {
    mkdirSync(one, { recursive: true, mode: 0o700 });
    const found = lstatSync(one);
    if (!found.isDirectory() || found.uid !== userInfo().uid)
      throw new Error(`${one} belongs to somebody else (uid ${found.uid}). Remove it, then start again.`);
    chmodSync(one, 0o700);
  }
}
