import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { clearStaleLocks, readPostmasterFile, runningPostmaster } from './postmaster.ts';

/**
 * A process of its own that outlives the one that started it. Every process that uses the database holds a connection to it;
 * the kernel closes that connection whatever happens to the process. When the last one is gone, the guard stops PostgreSQL
 * and ends. It also lets only one process at a time prepare the start, and starts a crashed server again.
 */
export interface GuardOrder {
  socket: string;
  lockFile: string;
  dataDirectory: string;
  socketDirectory: string;
  startLog: string;
  uid?: number;
  gid?: number;
}

const FIRST_VISITOR_MS = 3_000;
const SHUTDOWN_MS = 120_000;
const WATCH_MS = 500;
const MOST_RESTARTS = 5;

interface Visitor {
  socket: Socket;
  phase: 'waiting' | 'preparing' | 'using';
}

/** The guard of one home's database; made only by who holds the home's lock. */
export class Guard {
  readonly #order: GuardOrder;
  readonly #visitors = new Set<Visitor>();
  readonly #server = createServer((socket) => this.#enter(socket));
  #program: string | undefined;
  #child: ChildProcess | undefined;
  #stopping = false;
  #restarting = false;
  #restarts = 0;

  constructor(order: GuardOrder) {
    this.#order = order;
  }

  open(): void {
    rmSync(this.#order.socket, { force: true });
    this.#server.listen(this.#order.socket);
    setTimeout(() => this.#next(), FIRST_VISITOR_MS);
    setInterval(() => this.#watch(), WATCH_MS);
  }

  #enter(socket: Socket): void {
    const visitor: Visitor = { socket, phase: 'waiting' };
    this.#visitors.add(visitor);
    const lines = createInterface(socket).on('line', (line) => this.#hear(visitor, line));
    for (const emitter of [socket, lines]) emitter.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (this.#visitors.delete(visitor)) this.#next();
    });
    this.#next();
  }

  #hear(visitor: Visitor, line: string): void {
    const [word, program] = line.split('\t');
    if (word === 'start' && visitor.phase === 'preparing') {
      this.#program = program;
      this.#start(visitor);
    }
    if (word === 'up') {
      this.#program ??= program;
      visitor.phase = 'using';
      this.#restarts = 0;
      this.#next();
    }
    if (word === 'leave') void this.#leave(visitor);
  }

  async #leave(visitor: Visitor): Promise<void> {
    this.#visitors.delete(visitor);
    if (this.#visitors.size > 0) {
      visitor.socket.end('kept\n');
      this.#next();
      return;
    }
    await this.#stop();
    visitor.socket.end('stopped\n', () => this.#next());
  }

  /** Gives the turn to whoever waits; ends everything when nobody is left. */
  #next(): void {
    if (this.#stopping) return;
    if (this.#visitors.size === 0) {
      void this.#stop().then(() => (this.#visitors.size > 0 ? this.#next() : this.#end()));
      return;
    }
    if (this.#isPreparing()) return;
    const waiting = [...this.#visitors].filter(({ phase }) => phase === 'waiting');
    const running = this.#isUsed() && runningPostmaster(this.#order.dataDirectory) !== undefined;
    for (const visitor of running ? waiting : waiting.slice(0, 1)) {
      visitor.phase = running ? 'using' : 'preparing';
      visitor.socket.write(running ? 'running\n' : 'prepare\n');
    }
  }

  #end(): never {
    rmSync(this.#order.socket, { force: true });
    process.exit(0);
  }

  #isPreparing(): boolean {
    return [...this.#visitors].some(({ phase }) => phase === 'preparing');
  }

  #isUsed(): boolean {
    return [...this.#visitors].some(({ phase }) => phase === 'using');
  }

  #start(visitor?: Visitor): void {
    const { dataDirectory, startLog, uid, gid } = this.#order;
    if (this.#program === undefined) return;
    const identity = uid === undefined || gid === undefined ? {} : { uid, gid };
    const log = openSync(startLog, 'w', 0o600);
    const options = {
      ...identity,
      cwd: '/',
      env: {},
      detached: true,
      stdio: ['ignore', log, log] as ('ignore' | number)[],
    };
    const child = spawn(this.#program, ['-D', dataDirectory], options);
    closeSync(log);
    this.#child = child;
    const ended = (reason: string) => {
      if (this.#child === child) this.#child = undefined;
      if (visitor?.socket.writable) visitor.socket.write(`ended\t${reason}\n`);
    };
    child.on('error', (error) => ended(error.message));
    child.on('exit', (code, signal) => ended(`${code ?? signal}`));
    visitor?.socket.write(`started\t${child.pid}\n`);
  }

  /** A server that ended in order takes its pid file with it: somebody wanted that. One that crashed is started again. */
  #watch(): void {
    if (!this.#isCrashed() || this.#restarting || this.#restarts >= MOST_RESTARTS) return;
    this.#restarting = true;
    this.#restarts += 1;
    setTimeout(() => {
      this.#restarts -= 1;
    }, 60_000);
    void this.#restart().finally(() => {
      this.#restarting = false;
    });
  }

  #isCrashed(): boolean {
    const { dataDirectory } = this.#order;
    if (this.#stopping || this.#child !== undefined || !this.#isUsed() || this.#isPreparing()) return false;
    return readPostmasterFile(dataDirectory) !== undefined && runningPostmaster(dataDirectory) === undefined;
  }

  async #restart(): Promise<void> {
    await clearStaleLocks(this.#order.dataDirectory, this.#order.socketDirectory);
    if (!this.#stopping && this.#isUsed() && !this.#isPreparing() && this.#child === undefined) this.#start();
  }

  async #stop(): Promise<void> {
    this.#stopping = true;
    const begunAt = performance.now();
    let signal: NodeJS.Signals = 'SIGINT';
    const send = (pid: number) => {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended by itself in between.
      }
    };
    const first = this.#child?.pid ?? runningPostmaster(this.#order.dataDirectory);
    if (first !== undefined) send(first);
    while (this.#child !== undefined || runningPostmaster(this.#order.dataDirectory) !== undefined) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const pid = this.#child?.pid ?? runningPostmaster(this.#order.dataDirectory);
      if (pid !== undefined && signal === 'SIGINT' && performance.now() - begunAt > SHUTDOWN_MS) {
        signal = 'SIGQUIT';
        send(pid);
      }
    }
    this.#stopping = false;
  }
}
