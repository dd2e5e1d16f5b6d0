import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import pg from 'pg';
import { removeEmbedded, startEmbedded } from '#platform/database';
import packageJson from '../package.json' with { type: 'json' };

/** One measured thing beside its limit. */
export interface Figure {
  what: string;
  figure: string;
  limit: string;
  ok: boolean;
}

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
/** How `npm start` has Node set up. */
export const nodeFlags = packageJson.scripts.start.split(' ').filter((word) => word.startsWith('--'));

export interface Server {
  url: string;
  pid: number;
  /** Milliseconds from the start of the process to "ready". */
  startMs: number;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts a program that prints a line with `ready` and its address; ends it by its id. */
export async function startServer(home: string, program = main, args = ['start']): Promise<Server> {
  const port = await freePort();
  const startedMs = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, program, ...args], {
    env: { ...process.env, KITH_HOME: home, PORT: String(port), KITH_RATE_LIMITS: 'off', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      if (/ready/.test(text.toString())) resolve();
    });
    child.on('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)));
  });
  const startMs = performance.now() - startedMs;
  return {
    url: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    startMs,
    async stop() {
      if (child.exitCode !== null) return;
      const gone = new Promise((resolve) => child.on('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Runs a command of Kith's in a home and gives what it prints. */
export async function kith(home: string, ...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, KITH_HOME: home },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  return text.trim();
}

/** A folder of this run's own. */
export function temporaryHome(): { home: string; remove(): Promise<void> } {
  const home = mkdtempSync(join(tmpdir(), 'kith-bench-'));
  return {
    home,
    async remove() {
      await removeEmbedded(home);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Waits until no handler of the home's server has anything left to read, twice in a row: a backlog is no quiet server. */
export async function untilSettled(home: string): Promise<void> {
  const embedded = await startEmbedded({ home, say: () => undefined });
  const owner = new pg.Client({ connectionString: embedded.ownerUrl });
  await owner.connect();
  for (let settled = 0; settled < 2; ) {
    await pause(1000);
    const { rows } = await owner.query<{ cursors: string; behind: string }>(
      `select count(*) as cursors, count(*) filter (where exists (
         select 1 from events e where e.workspace_id = c.workspace_id and (e.epoch, e.xid, e.id) > (c.epoch, c.xid, c.event_id))) as behind
       from handler_cursors c`,
    );
    settled = Number(rows[0]?.cursors) > 0 && Number(rows[0]?.behind) === 0 ? settled + 1 : 0;
  }
  await owner.end();
  await embedded.stop();
}

export interface Load {
  url: string;
  key?: string;
  method?: 'GET' | 'POST' | 'PATCH';
  /** The path and body of each request, by its number. */
  next?: (index: number) => { path: string; body?: unknown };
  connections?: number;
  seconds?: number;
}

export interface LoadResult {
  perSecond: number;
  p95Ms: number;
  failed: number;
}

/** Sends requests from 16 connections for some seconds. */
export async function load(options: Load): Promise<LoadResult> {
  let index = 0;
  const headers: Record<string, string> = { 'accept-encoding': 'identity', 'content-type': 'application/json' };
  if (options.key) headers.authorization = `Bearer ${options.key}`;
  const { next } = options;
  const result = await autocannon({
    url: options.url,
    connections: options.connections ?? 16,
    duration: options.seconds ?? 6,
    method: options.method ?? 'GET',
    headers,
    ...(next
      ? {
          requests: [
            {
              setupRequest: (request) => {
                const { path, body } = next(index++);
                return { ...request, path, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
              },
            },
          ],
        }
      : {}),
  });
  return { perSecond: result.requests.average, p95Ms: result.latency.p97_5, failed: result.non2xx + result.errors };
}

/** p95 of a request sent one at a time, in ms. */
export async function oneAtATime(count: number, send: (index: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const beganMs = performance.now();
    await send(index);
    times.push(performance.now() - beganMs);
  }
  return times.sort((a, b) => a - b)[Math.floor(count * 0.95)] ?? 0;
}

export const atLeast = (what: string, value: number, limit: number, unit = '/s'): Figure => ({
  what,
  figure: `${Math.round(value)}${unit}`,
  limit: `≥ ${limit}${unit}`,
  ok: value >= limit,
});

export const atMost = (what: string, value: number, limit: number, unit = ' ms'): Figure => ({
  what,
  figure: `${Math.round(value * 10) / 10}${unit}`,
  limit: `≤ ${limit}${unit}`,
  ok: value <= limit,
});
