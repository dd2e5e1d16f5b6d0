import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newToken } from '#platform/crypto';

/** The passwords of the database's two roles that log in. `fresh`: made just now, so the database does not know them yet. */
export interface Passwords {
  owner: string;
  app: string;
  fresh: boolean;
}

/** Reads the home's passwords (file with mode 0600), or makes them. Of two that make them at once, both get the same. */
export function readOrMakePasswords(privateDirectory: string): Passwords {
  const file = join(privateDirectory, 'passwords.json');
  const found = read(file);
  if (found !== undefined) return { ...found, fresh: false };
  const made = { owner: newToken(''), app: newToken('') };
  const draft = `${file}.${process.pid}.${made.app.slice(0, 8)}`;
  writeFileSync(draft, `${JSON.stringify(made)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
    return { ...made, fresh: true };
  } catch (error) {
    const others = read(file);
    if (others === undefined) throw error;
    return { ...others, fresh: false };
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(file: string): { owner: string; app: string } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { owner: string; app: string };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
