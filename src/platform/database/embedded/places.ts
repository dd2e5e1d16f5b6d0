import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';

/** A socket's path may have 107 bytes; `.s.PGSQL.5432` and the folder `s` need 16 of them. */
const LONGEST_RUN_DIRECTORY_BYTES = 85;
const ROOT_PLACE = '/var/lib/kith';

/** Every path that the embedded database of one home uses. */
export interface Places {
  home: string;
  /** What only Kith reads: passwords, lock, pointer. Always in the home. */
  privateDirectory: string;
  /** Parent of the data, reachable by the database's account. */
  base: string;
  dataDirectory: string;
  /** Short enough for sockets. Holds the guard's socket and `socketDirectory`. */
  runDirectory: string;
  socketDirectory: string;
  guardSocket: string;
  lockFile: string;
  /** Where copies of PostgreSQL's programs live. */
  programs: string;
}

/** The home's real path, made if it is not there, so that two names of one home are one home. */
export function realHome(home: string): string {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  return realpathSync(home);
}

/** Where root keeps the database of this home: a folder that another account can reach, since homes are often 0700. */
export function rootBase(home: string): string {
  return join(ROOT_PLACE, createHash('sha256').update(home).digest('hex').slice(0, 12));
}

/** All paths for a home as given by `realHome`. Nothing is made yet. */
export function placesOf(home: string, account: Account): Places {
  const privateDirectory = join(home, 'database');
  const base = account.switched ? rootBase(home) : privateDirectory;
  const short = Buffer.byteLength(base) <= LONGEST_RUN_DIRECTORY_BYTES;
  const hash = createHash('sha256').update(home).digest('hex').slice(0, 12);
  const runDirectory = short ? base : `/tmp/kith-${account.uid}-${hash}`;
  return {
    home,
    privateDirectory,
    base,
    dataDirectory: join(base, 'data'),
    runDirectory,
    socketDirectory: join(runDirectory, 's'),
    guardSocket: join(runDirectory, 'guard'),
    lockFile: join(privateDirectory, 'lock'),
    programs: account.switched ? ROOT_PLACE : privateDirectory,
  };
}

/** Makes the folders with the owners and rights that they need, whatever the umask is. */
export function makePlaces(places: Places, account: Account): void {
  try {
    makeOwn(places.privateDirectory, 0o700);
    if (account.switched) makeOwn(ROOT_PLACE, 0o755);
    if (places.base !== places.privateDirectory) makeOwn(places.base, 0o711);
    if (places.runDirectory !== places.base) makeOwn(places.runDirectory, 0o700);
    makeOwn(places.socketDirectory, 0o700, account);
  } catch (cause) {
    if (cause instanceof EmbeddedDatabaseError) throw cause;
    throw new EmbeddedDatabaseError(
      `The folders of the embedded database cannot be made: ${(cause as Error).message}. Make ${places.base} writable, ` +
        'or set KITH_HOME to a folder that is, or set DATABASE_URL to a PostgreSQL of yours.',
      { cause },
    );
  }
}

function makeOwn(folder: string, mode: number, account?: Account): void {
  mkdirSync(folder, { recursive: true, mode });
  const found = lstatSync(folder);
  const mine = process.getuid?.();
  // In /tmp anybody can make a folder of our name first: one that is not ours, or a link, is never used.
  if (!found.isDirectory() || (found.uid !== mine && found.uid !== account?.uid)) {
    throw new EmbeddedDatabaseError(
      `${folder} belongs to somebody else (uid ${found.uid}). Remove it, then start again.`,
    );
  }
  if (account?.switched && found.uid !== account.uid) chownSync(folder, account.uid, account.gid);
  if ((found.mode & 0o777) !== mode) chmodSync(folder, mode);
}
