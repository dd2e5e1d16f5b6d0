import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);
const startMs = 30_000;

/** One run of the server, from its start to its end. */
interface Run {
  child: ChildProcess;
  lines: string[];
  url?: string | undefined;
}

/** A real server in a process of its own, with an embedded database that syncs as in production, on a free port, in a home of its own. */
export class KithProcess {
  readonly home = realpathSync(mkdtempSync(join(tmpdir(), 'kith-faults-')));
  readonly environment: Readonly<Record<string, string>>;
  #run: Run | undefined;
  /** What the server wrote in all of its runs. */
  readonly #said: string[] = [];

  constructor(environment: Record<string, string> = {}) {
    this.environment = environment;
  }

  /** `http://localhost:PORT` of this run. */
  get url(): string {
    if (!this.#run?.url) throw new Error('The server is not ready.');
    return this.#run.url;
  }

  get lines(): readonly string[] {
    return this.#said;
  }

  /** Starts the process without waiting for more. */
  launch(): void {
    const child = spawn(process.execPath, [join(root, 'src', 'main.ts'), 'start'], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: this.#environment(),
    });
    const run: Run = { child, lines: [] };
    this.#run = run;
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream?.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) this.#hear(run, line);
      });
    }
  }

  #environment(): NodeJS.ProcessEnv {
    const own = { KITH_HOME: this.home, PORT: '0', KITH_RATE_LIMITS: 'off' };
    return { ...cleanEnvironment(), ...this.environment, ...own };
  }

  /** Runs a command of the command line while the server runs; answers what it printed. */
  async command(...words: string[]): Promise<string> {
    const main = join(root, 'src', 'main.ts');
    const { stdout } = await run(process.execPath, [main, ...words], { cwd: root, env: this.#environment() });
    return stdout.trim();
  }

  #hear(run: Run, line: string): void {
    run.lines.push(line);
    this.#said.push(line);
    run.url ??= /^Kith is ready: (\S+)$/.exec(line)?.[1];
  }

  /** Waits until the launched server answers; throws with what it said when it ends before. */
  async ready(): Promise<void> {
    const run = this.#running();
    for (const begunAt = performance.now(); !run.url; await sleep(5)) {
      if (run.child.exitCode !== null || run.child.signalCode !== null || performance.now() - begunAt > startMs)
        throw new Error(`The server did not start:\n${[...run.lines, ...this.#databaseLog()].join('\n')}`);
    }
  }

  async start(): Promise<void> {
    this.launch();
    await this.ready();
  }

  #running(): Run {
    if (!this.#run) throw new Error('The server was not started.');
    return this.#run;
  }

  get isRunning(): boolean {
    const child = this.#run?.child;
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  }

  /** SIGKILL to the server alone: its guard and its database outlive it for a moment. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** SIGTERM; answers how long the server took to end, in milliseconds. */
  async stop(): Promise<number> {
    const begunAt = performance.now();
    await this.#end('SIGTERM');
    return performance.now() - begunAt;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this.#running();
    if (!this.isRunning) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  /** SIGKILL to everything of this home at once, the database included: what is not on the disk is gone. */
  async cutPower(): Promise<void> {
    const processes = [...this.#guards(), ...this.databaseProcesses()];
    const ended = this.kill();
    for (const pid of processes) sendKill(pid);
    await ended;
    while (processes.some(isAlive)) await sleep(2);
  }

  /** The postmaster and its children. */
  databaseProcesses(): number[] {
    const pid = this.postmaster();
    return pid === undefined ? [] : [pid, ...childrenOf(pid)];
  }

  postmaster(): number | undefined {
    try {
      const pid = Number(readFileSync(join(this.#dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0]);
      return isAlive(pid) ? pid : undefined;
    } catch {
      // No database has been made yet, or none runs.
      return undefined;
    }
  }

  #guards(): number[] {
    const mark = JSON.stringify(join(this.home, 'database', 'lock'));
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => {
        const line = commandLine(pid);
        return line.includes('guard.ts') && line.includes(mark);
      });
  }

  /** The last lines of the database's own log. */
  #databaseLog(): string[] {
    try {
      const folder = join(this.#dataDirectory, 'log');
      return readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').slice(-40));
    } catch {
      return [];
    }
  }

  /** Connection string of the role that sees every workspace. */
  get ownerUrl(): string {
    const { owner } = this.#privateFile('passwords.json');
    return `postgres://kith_owner:${owner}@${encodeURIComponent(join(dirname(this.#dataDirectory), 's'))}/kith`;
  }

  get #dataDirectory(): string {
    return String(this.#privateFile('place.json').dataDirectory);
  }

  #privateFile(name: string): Record<string, unknown> {
    return JSON.parse(readFileSync(join(this.home, 'database', name), 'utf8')) as Record<string, unknown>;
  }

  /** Ends everything of this home and removes it. */
  async remove(): Promise<void> {
    if (this.#run && this.isRunning) await this.stop();
    while (this.#guards().length > 0) await sleep(10);
    if (existsSync(join(this.home, 'database', 'place.json')))
      rmSync(dirname(this.#dataDirectory), { recursive: true, force: true });
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** Without what the test runner puts into its own environment, some of which would be settings of Kith. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, TMPDIR } = process.env;
  return { PATH, HOME, LANG, TMPDIR };
}

function sendKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function isAlive(pid: number): boolean {
  try {
    // A zombie has ended; only its parent has not looked yet.
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
