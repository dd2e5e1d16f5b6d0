import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { Algorithm } from './limit.ts';
import { algorithms } from './limit.ts';
import { RedisSpending } from './redis-spending.ts';

const folder = mkdtempSync(join(tmpdir(), 'kith-redis-'));
const socket = join(folder, 'redis.sock');
const program = hasRedis() ? 'redis-server' : undefined;
if (!program)
  process.stdout.write(
    'redis-server is not installed (apt-get install redis-server): counting together is not tried\n',
  );

function hasRedis(): boolean {
  try {
    return execFileSync('redis-server', ['--version']).length > 0;
  } catch {
    return false;
  }
}

let running: ChildProcess | undefined;

async function startRedis(): Promise<void> {
  running = spawn(program ?? '', ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', folder], {
    stdio: 'ignore',
  });
  await pause(300);
}

async function stopRedis(): Promise<void> {
  const ended = new Promise((resolve) => running?.once('exit', resolve));
  running?.kill('SIGKILL');
  await ended;
  running = undefined;
}

afterAll(async () => {
  if (running) await stopRedis();
  rmSync(folder, { recursive: true, force: true });
});

const limit = { most: 3, windowMs: 60_000 };
const asks = (name: string) => [{ name, limit }];

/** A server of its own: it has no part in what another remembers. */
async function server(algorithm: Algorithm, errors: unknown[] = []): Promise<RedisSpending> {
  const spending = new RedisSpending(socket, algorithm, (error) => errors.push(error));
  afterAll(() => spending.close());
  for (let tries = 0; tries < 100 && !spending.isReady; tries++) await pause(20);
  return spending;
}

describe.runIf(program)('counting together', () => {
  test.each(algorithms)('two servers let through what one may (%s)', async (algorithm) => {
    if (!running) await startRedis();
    const [one, other] = [await server(algorithm), await server(algorithm)];
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, at) => (at % 2 ? one : other).spend(asks(`key ${algorithm}`), 0)),
    );
    expect(all.flat().filter((spent) => spent.allowed)).toHaveLength(3);
    const [refused] = await one.spend(asks(`key ${algorithm}`), 0);
    expect(refused).toMatchObject({ allowed: false, left: 0 });
    expect(refused?.waitMs).toBeGreaterThan(0);
    expect((await one.spend(asks(`another ${algorithm}`), 0))[0]).toMatchObject({ allowed: true, left: 2 });
  });

  test('the first limit that is used up ends it, and what stands after it is untouched', async () => {
    if (!running) await startRedis();
    const spending = await server('token-bucket');
    const both = [{ name: 'small', limit: { most: 1, windowMs: 60_000 } }, ...asks('large')];
    expect(await spending.spend(both, 0)).toHaveLength(2);
    expect(await spending.spend(both, 0)).toHaveLength(1);
    expect((await spending.spend(asks('large'), 0))[0]).toMatchObject({ allowed: true, left: 1 });
  });

  test('while Redis is away nobody waits: each counts for itself, and it is told once', async () => {
    if (!running) await startRedis();
    const errors: unknown[] = [];
    const spending = await server('token-bucket', errors);
    await stopRedis();
    const beganMs = performance.now();
    const allowed: boolean[] = [];
    for (let n = 0; n < 5; n++) for (const one of await spending.spend(asks('away'), 0)) allowed.push(one.allowed);
    expect(allowed).toEqual([true, true, true, false, false]);
    expect(performance.now() - beganMs).toBeLessThan(2000);
    expect(errors).toHaveLength(1);
    await startRedis();
    for (let tries = 0; tries < 300 && !spending.isReady; tries++) await pause(20);
    expect((await spending.spend(asks('back'), 0))[0]).toMatchObject({ allowed: true, left: 2 });
  });
});
