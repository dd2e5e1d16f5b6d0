import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..');
const built = join(root, 'web', 'dist', 'index.html');

/** Builds the web app where it is missing or older than its sources. Of two test files that need it at one moment, one builds. */
export async function ensureWebApp(): Promise<void> {
  const lock = join(root, 'web', '.building');
  for (let waited = 0; !isFresh(); waited += 1) {
    if (waited > 600) throw new Error(`${lock} is there, but nobody builds. Remove it.`);
    if (!take(lock)) {
      await sleep(100);
      continue;
    }
    try {
      execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn'], {
        cwd: root,
        // The runner's own is "test", which would make it the development build of React.
        env: { ...process.env, NODE_ENV: 'production' },
      });
    } finally {
      rmSync(lock, { force: true });
    }
    return;
  }
}

function isFresh(): boolean {
  if (!existsSync(built)) return false;
  const builtAt = statSync(built).mtimeMs;
  return ['web/src', 'web/public', 'web/index.html', 'sdk/src'].every((path) => newestMs(join(root, path)) <= builtAt);
}

function newestMs(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}

function take(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch {
    // Another test file builds it.
    return false;
  }
}
