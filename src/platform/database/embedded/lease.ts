import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import type { GuardOrder } from './watch.ts';

const GUARD_START_MS = 15_000;

/** This process's connection to the guard: while it is open, the database stays. */
export class Lease {
  readonly #socket: Socket;
  readonly #heard: string[][] = [];
  #wake: () => void = () => undefined;
  #closed = false;

  constructor(socket: Socket) {
    this.#socket = socket;
    const lines = createInterface(socket);
    lines.on('line', (line) => {
      this.#heard.push(line.split('\t'));
      this.#wake();
    });
    // A reset comes on both; what it means for us is told by 'close'.
    lines.on('error', () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#closed = true;
      this.#wake();
    });
  }

  say(...words: string[]): void {
    this.#socket.write(`${words.join('\t')}\n`);
  }

  /** The guard's next line, split at tabs; undefined when the connection is closed. */
  async hear(): Promise<string[] | undefined> {
    while (this.#heard.length === 0 && !this.#closed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#heard.shift();
  }

  onLost(lost: () => void): void {
    this.#socket.once('close', lost);
  }

  /** The database must not keep a process alive that has nothing else to do. */
  keepProcess(keep: boolean): void {
    if (keep) this.#socket.ref();
    else this.#socket.unref();
  }

  drop(): void {
    this.#socket.destroy();
  }
}

/** Connects to the home's guard, and starts one where there is none. `first` is `running`, or `prepare`: it is our turn to start. */
export async function takeLease(order: GuardOrder): Promise<{ lease: Lease; first: string[] }> {
  let guard: ChildProcess | undefined;
  for (let deadline = performance.now() + GUARD_START_MS; performance.now() < deadline; ) {
    const socket = await tryConnect(order.socket);
    if (socket !== undefined) {
      const lease = new Lease(socket);
      const first = await lease.hear();
      // Without a word it was just ending; the next one is about to be free.
      if (first !== undefined) return { lease, first };
      deadline = performance.now() + GUARD_START_MS;
    }
    if (guard === undefined || guard.exitCode !== null || guard.signalCode !== null) guard = spawnGuard(order);
    await sleep(4);
  }
  throw new EmbeddedDatabaseError(
    `The process that watches the database does not answer at ${order.socket}. Look for "guard.ts" among the processes and ` +
      `end it, then start again; if there is none, ${guardLog(order)} says why. ${order.lockFile} must be on a disk with locks.`,
  );
}

function guardLog(order: GuardOrder): string {
  return join(dirname(order.lockFile), 'guard.log');
}

function tryConnect(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

function spawnGuard(order: GuardOrder): ChildProcess {
  const script = fileURLToPath(new URL('guard.ts', import.meta.url));
  const args = ['--no-warnings', '--max-old-space-size=32', '--max-semi-space-size=1', script, JSON.stringify(order)];
  // 26 ms instead of 68 until it listens: types are stripped once.
  const env = { NODE_COMPILE_CACHE: join(dirname(order.lockFile), 'compile-cache') };
  const log = openSync(guardLog(order), 'a', 0o600);
  const child = spawn(process.execPath, args, { cwd: '/', detached: true, env, stdio: ['ignore', 'ignore', log] });
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  return child;
}
