import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';

/** The operating system's account that PostgreSQL runs as. `switched`: it is not the one that Kith runs as. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
  switched: boolean;
}

/**
 * PostgreSQL refuses to run as root, and needs an account with a name. So as root it runs as the owner of the data that
 * is already there, else as `kith` where the administrator has made one, else as `nobody`; any other account keeps itself.
 */
export function databaseAccount(rootDataDirectory: string, passwdFile = '/etc/passwd'): Account {
  if (process.getuid?.() !== 0) return ownAccount();
  const entries = readPasswd(passwdFile);
  const dataOwner = statSync(rootDataDirectory, { throwIfNoEntry: false })?.uid;
  const found =
    dataOwner === undefined
      ? (entries.find(({ name }) => name === 'kith') ?? entries.find(({ name }) => name === 'nobody'))
      : entries.find(({ uid }) => uid === dataOwner);
  if (found !== undefined && found.uid !== 0) return { ...found, switched: true };
  throw new EmbeddedDatabaseError(
    `Kith runs as root, and PostgreSQL refuses to: it needs another account, but ${passwdFile} has ${
      dataOwner === undefined
        ? 'neither "kith" nor "nobody"'
        : `none for uid ${dataOwner}, which owns ${rootDataDirectory}`
    }. Create it (useradd --system kith), or start Kith as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours.`,
  );
}

function ownAccount(): Account {
  try {
    const { uid, gid, username } = userInfo();
    return { uid, gid, name: username, switched: false };
  } catch (cause) {
    const uid = process.getuid?.();
    throw new EmbeddedDatabaseError(
      `Kith runs as uid ${uid}, which has no entry in /etc/passwd, and PostgreSQL does not start without one. Add one ` +
        `(echo "kith:x:${uid}:${process.getgid?.()}::/:/sbin/nologin" >> /etc/passwd), or start Kith as a user that has one, ` +
        'or set DATABASE_URL to a PostgreSQL of yours.',
      { cause },
    );
  }
}

function readPasswd(file: string): { name: string; uid: number; gid: number }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
