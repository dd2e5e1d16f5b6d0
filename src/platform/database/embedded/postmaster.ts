import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a running (or crashed) server has written about itself. */
export interface PostmasterFile {
  pid: number;
  socketDirectory: string;
  status: string;
}

/** Reads `postmaster.pid`; undefined when the server has been shut down in order. */
export function readPostmasterFile(dataDirectory: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), socketDirectory: lines[4] ?? '', status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

/**
 * The process id of the server that runs on this data, or undefined. A process id alone proves nothing, since they are
 * reused: a server's working directory is its data. Root without CAP_SYS_PTRACE (as in Docker) cannot see that of another
 * account, but it can see the command line.
 */
export function runningPostmaster(dataDirectory: string): number | undefined {
  const pid = readPostmasterFile(dataDirectory)?.pid;
  if (pid === undefined || !(pid > 0)) return undefined;
  const works = worksIn(pid, dataDirectory);
  return works === true || (works === 'hidden' && commandLine(pid).includes(dataDirectory)) ? pid : undefined;
}

function worksIn(pid: number | string, dataDirectory: string): boolean | 'hidden' {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDirectory);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'hidden' : false;
  }
}

function commandLine(pid: number | string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/**
 * After a crash PostgreSQL clears its own stale lock files, except when the number in them is alive: another process of the
 * same account by now, or the killed server itself as a zombie, where the container's first process does not collect them.
 * Then it refuses to start. The files are removed only when no process works in the data any more.
 */
export async function clearStaleLocks(dataDirectory: string, socketDirectory: string): Promise<void> {
  const locks = [join(dataDirectory, 'postmaster.pid'), join(socketDirectory, '.s.PGSQL.5432.lock')];
  if (runningPostmaster(dataDirectory) !== undefined || !locks.some((lock) => existsSync(lock))) return;
  // The children of a killed server notice it and leave within moments; PostgreSQL itself refuses while one is there.
  for (let waitedMs = 0; isAnyoneLeft(dataDirectory) && waitedMs < 10_000; waitedMs += 50) await sleep(50);
  if (!isAnyoneLeft(dataDirectory)) for (const lock of locks) rmSync(lock, { force: true });
}

function isAnyoneLeft(dataDirectory: string): boolean {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .some((pid) => {
      const works = worksIn(pid, dataDirectory);
      return works === true || (works === 'hidden' && (commandLine(pid)[0] ?? '').startsWith('postgres:'));
    });
}
