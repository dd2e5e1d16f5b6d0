import { flushCompileCache } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { Guard, type GuardOrder } from './watch.ts';

const SQLITE_BUSY = 5;

/** The lock lasts as long as this process: the kernel drops it, even on SIGKILL, and it holds across containers. */
function takeLock(file: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(file);
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
    return lock;
  } catch (error) {
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    lock.close();
    return undefined;
  }
}

// Ctrl-C and a service manager's signal reach the whole group; the guard ends when the last user has ended, not before.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
const order = JSON.parse(process.argv[2] ?? '{}') as GuardOrder;
const lock = takeLock(order.lockFile);
if (lock === undefined) process.exit(3);
new Guard(order).open();
flushCompileCache();
