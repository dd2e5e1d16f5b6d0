import { spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import type { Passwords } from './passwords.ts';

const SETTINGS_FILE = 'kith.conf';

/** What making or changing a data folder needs. */
export interface Tools {
  binaries: Binaries;
  account: Account;
}

/**
 * Makes the data folder with roles and an empty database `kith`. It is made beside its place without waiting for the disk,
 * written through in one go, and then renamed: a folder `data` is always whole.
 */
export async function initialiseData(dataDirectory: string, tools: Tools, passwords: Passwords): Promise<void> {
  for (const entry of readdirSync(dirname(dataDirectory))) {
    if (entry.startsWith('data.new.')) rmSync(join(dirname(dataDirectory), entry), { recursive: true, force: true });
  }
  const draft = `${dataDirectory}.new.${process.pid}`;
  mkdirSync(draft, { mode: 0o700 });
  giveTo(tools.account, draft, 0o700);
  await createCluster(draft, tools);
  appendFileSync(join(draft, 'postgresql.conf'), `\ninclude_if_exists = '${SETTINGS_FILE}'\n`);
  writeFileSync(join(draft, 'pg_hba.conf'), 'local all all scram-sha-256\n');
  await runStatements(draft, tools, [
    ...passwordStatements(passwords, 'create'),
    'create role kith_system nologin',
    'create database kith owner kith_owner',
  ]);
  await run(tools, tools.binaries.initdb, ['-D', draft, '--sync-only']);
  renameSync(draft, dataDirectory);
  syncFolder(dirname(dataDirectory));
}

/**
 * Byte order with Unicode letters: `C.UTF-8` built into PostgreSQL sorts by code point on every machine for ever, so that no
 * index breaks with a new libc or ICU, and `text` indexes serve prefixes; `lower()` still knows every alphabet. Full text
 * and trigrams ask the C library which characters are letters, hence LC_CTYPE; without a C.UTF-8 there, they know ASCII.
 */
async function createCluster(draft: string, tools: Tools): Promise<void> {
  const initdb = (locale: string) =>
    run(tools, tools.binaries.initdb, [
      ...['-D', draft, '-U', 'kith_owner', '-E', 'UTF8', '--no-sync', '--no-instructions'],
      ...['--auth=reject', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${locale}`],
    ]);
  try {
    await initdb('C.UTF-8');
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('invalid locale')) throw error;
    await initdb('C');
  }
}

/** Sets both passwords anew in the data of a server that does not run: the home has lost its passwords file. */
export async function resetPasswords(dataDirectory: string, tools: Tools, passwords: Passwords): Promise<void> {
  await runStatements(dataDirectory, tools, passwordStatements(passwords, 'alter'));
}

function passwordStatements({ owner, app }: Passwords, verb: 'create' | 'alter'): string[] {
  return [
    `alter role kith_owner password '${owner}'`,
    `${verb} role kith_app login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '${app}'`,
  ];
}

/** Writes the settings that the next start reads. */
export function writeSettings(dataDirectory: string, account: Account, text: string): void {
  const file = join(dataDirectory, SETTINGS_FILE);
  writeFileSync(file, text);
  giveTo(account, file, 0o600);
}

/** Runs SQL, one statement a line, in PostgreSQL's single-user mode: no server, no socket, no password. */
async function runStatements(dataDirectory: string, tools: Tools, statements: string[]): Promise<void> {
  const args = ['--single', '-D', dataDirectory, '-c', 'exit_on_error=on', '-c', 'log_min_messages=error', 'postgres'];
  await run(tools, tools.binaries.postgres, args, statements.map((line) => `${line}\n`).join(''));
}

function run({ account }: Tools, program: string, args: string[], input = ''): Promise<void> {
  const identity = account.switched ? { uid: account.uid, gid: account.gid } : {};
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...identity, cwd: '/', env: {}, stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', (cause) => reject(cannotRun(program, account, cause)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new EmbeddedDatabaseError(`${program} ended with ${code}:\n${said.trim().slice(-2000)}`));
    });
    child.stdin.on('error', () => {
      // It ended before it read everything; its exit code tells.
    });
    child.stdin.end(input);
  });
}

function cannotRun(program: string, account: Account, cause: Error): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `${program} cannot be run as ${account.name}: ${cause.message}. It needs Linux with glibc (not Alpine), a disk that is ` +
      'not mounted noexec, and, as root, the right to change to another account. Otherwise set DATABASE_URL.',
    { cause },
  );
}

function giveTo(account: Account, path: string, mode: number): void {
  if (account.switched) chownSync(path, account.uid, account.gid);
  chmodSync(path, mode);
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
