import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, sql } from '#platform/database';
import type { Handler } from '#platform/events';
import { testWorld } from '#platform/testing';
import { effectsOf, emit, holdBack, logOf, makeEffects, recorder, unheard, until } from './fixtures/effects.ts';
import { type HandlerRunner, replay, startHandlers } from './index.ts';

const world = await testWorld();
const { ports, database, workspaceId } = world;
const secondDatabase = openDatabase({ appUrl: world.urls.appUrl, max: 4 });
const second = { ...ports, database: secondDatabase };
const errors: Error[] = [];
const runners: HandlerRunner[] = [];

beforeAll(() => makeEffects(world.urls.ownerUrl));
afterAll(async () => {
  await Promise.all(runners.map((runner) => runner.stop()));
  await secondDatabase.close();
});

async function start(handler: Handler, on = ports): Promise<HandlerRunner> {
  const onError = (error: unknown) => errors.push(error as Error);
  const runner = await startHandlers({ ports: on, handlers: [handler], onError });
  runners.push(runner);
  return runner;
}

async function stopAll(): Promise<void> {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
  errors.length = 0;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('four writers that commit late, two runners: every event has its effect once, in the order of the log', async () => {
  await start(recorder('once'));
  await start(recorder('once'), second);
  const write = async (on: typeof ports) => {
    for (let i = 0; i < 40; i++) await emit(on, workspaceId, { count: 1 + (i % 4), delayMs: Math.random() * 25 });
  };
  await Promise.all([write(ports), write(second), write(ports), write(second)]);
  await until(async () => (await effectsOf(database, 'once')).length >= 400);
  await stopAll();
  expect(await effectsOf(database, 'once')).toEqual(await logOf(database, workspaceId));
});

test('a runner that is killed in the middle of its batches loses nothing and doubles nothing', {
  timeout: 60_000,
}, async () => {
  await emit(ports, workspaceId, { count: 150 });
  const script = fileURLToPath(new URL('./fixtures/slow-runner.ts', import.meta.url));
  for (let kill = 0; kill < 5; kill++) {
    const child = spawn(process.execPath, [script, world.urls.appUrl, 'killed'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const had = (await effectsOf(database, 'killed')).length;
    await until(async () => (await effectsOf(database, 'killed')).length > had);
    await sleep(Math.random() * 60);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const before = await effectsOf(database, 'killed');
  const all = await logOf(database, workspaceId);
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(all.length);
  await (await start(recorder('killed'))).idle();
  await stopAll();
  expect(await effectsOf(database, 'killed')).toEqual(all);
});

test('a handler that fails is tried again, and what it wrote before it failed is not kept', async () => {
  let tries = 0;
  const runner = await start(
    recorder('flaky', async () => {
      tries += 1;
      if (tries <= 2) throw new Error('not yet');
    }),
  );
  await until(async () => (await effectsOf(database, 'flaky')).length > 0);
  await runner.idle();
  expect(errors.map((error) => error.message)).toEqual(['not yet', 'not yet']);
  await stopAll();
  expect(await effectsOf(database, 'flaky')).toEqual(await logOf(database, workspaceId));
});

test('an event that fails five times is put aside with its error, and all others have their effect', async () => {
  const all = await logOf(database, workspaceId);
  const poison = all[7] as string;
  const reject = recorder('poisoned', async (events) => {
    if (events.some((event) => event.id === poison)) throw new Error('cannot digest this');
  });
  await start(reject);
  await start(reject, second);
  await until(async () => (await effectsOf(database, 'poisoned')).length >= all.length - 1);
  const told = errors.map((error) => error.message);
  await stopAll();
  expect(await effectsOf(database, 'poisoned')).toEqual(all.filter((id) => id !== poison));
  const failed = await database.reader(workspaceId).rows(sql`select handler_group, event_id, error from failed_events`);
  expect(failed).toEqual([{ handler_group: 'poisoned', event_id: poison, error: 'cannot digest this' }]);
  expect(told).toContainEqual(expect.stringContaining(`${poison} was given up after 5 tries`));
});

test('replay gives a group every event again', async () => {
  const runner = await start(recorder('again'));
  await runner.idle();
  const all = await logOf(database, workspaceId);
  await replay(database, workspaceId, 'again');
  await runner.idle();
  await stopAll();
  expect(await effectsOf(database, 'again')).toEqual([...all, ...all]);
});

test('a chain of events that cause each other is cut at depth 8, and said to be', async () => {
  const log = await logOf(database, workspaceId, unheard.type);
  expect(log).toEqual([]);
  const echo: Handler = {
    name: 'echo',
    summary: 'Answers every event with another.',
    on: [unheard.type],
    run: async (context) => context.emit({ type: unheard.type }),
  };
  const runner = await start(echo);
  await emit(ports, workspaceId, { type: unheard.type });
  await runner.idle();
  const depths = await database
    .reader(workspaceId)
    .rows<{ depth: number }>(sql`select depth from events where type = ${unheard.type} order by depth`);
  expect(depths.map((row) => row.depth)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(errors.map((error) => error.message)).toEqual([expect.stringMatching(/cut at depth 8/)]);
  await stopAll();
});

test('what a deep event causes does not make its neighbours deep', async () => {
  await emit(ports, workspaceId, { depth: 6 });
  await emit(ports, workspaceId);
  const runner = await start(recorder('depths'));
  await runner.idle();
  await stopAll();
  const [deep, fresh] = (await logOf(database, workspaceId)).slice(-2);
  const rows = await database.system.rows<{ id: string; depth: number }>(
    sql`select event_id as id, depth from effects where handler = 'depths' and event_id = any(${[deep, fresh]}) order by effects.id`,
  );
  expect(rows).toEqual([
    { id: deep, depth: 6 },
    { id: fresh, depth: 0 },
  ]);
});

test('a long transaction elsewhere delays events and skips none; they go on when it ends', async () => {
  const runner = await start(recorder('delayed'));
  await runner.idle();
  const had = (await effectsOf(database, 'delayed')).length;
  const release = await holdBack(world.urls.ownerUrl);
  for (let i = 0; i < 5; i++) await emit(ports, workspaceId);
  await sleep(300);
  expect((await effectsOf(database, 'delayed')).length).toBe(had);
  await release();
  const released = performance.now();
  await until(async () => (await effectsOf(database, 'delayed')).length === had + 5);
  // Some 50 ms on a quiet machine; the rest is room for a busy one.
  expect(performance.now() - released).toBeLessThan(6000);
  await stopAll();
  expect(await effectsOf(database, 'delayed')).toEqual(await logOf(database, workspaceId));
});

test("a workspace's backlog does not keep another waiting", async () => {
  const other = world.stranger.workspaceId;
  const order: string[] = [];
  const batchSize = 10;
  const handler: Handler = {
    ...recorder('fair'),
    batchSize,
    run: async (context) => void order.push(context.workspaceId),
  };
  await emit(ports, other);
  // Until then a transaction of another test, older than the event, holds it back: all databases of a server have one count.
  const due = sql<{ id: string }>`select id from kith.workspaces_with_events('fair')`;
  await until(async () => (await database.system.rows(due)).some(({ id }) => id === other));
  const runner = await start(handler);
  await until(() => order.includes(other));
  await runner.stop();
  const backlog = (await logOf(database, workspaceId)).length / batchSize;
  expect(order.length).toBeLessThan(backlog / 2);
});
