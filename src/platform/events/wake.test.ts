import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { listenForWakes, onWake, wakeHandlers } from './index.ts';

const world = await testWorld();
const client = new pg.Client({ connectionString: world.urls.ownerUrl });
const heard: string[] = [];
const errors: unknown[] = [];
const stops: (() => void)[] = [];

beforeAll(async () => {
  await client.connect();
  stops.push(onWake((workspaceId) => heard.push(workspaceId)));
  for (let i = 0; i < 3; i++) stops.push(await listenForWakes(world.database, (error) => errors.push(error)));
});
afterAll(async () => {
  for (const stop of stops) stop();
  await client.end();
});

const notify = (payload: string) => client.query('select pg_notify($1, $2)', ['kith_events', payload]);
const hears = (id: string) => expect.poll(() => heard, { timeout: 5000 }).toContain(id);

async function listeners(): Promise<number[]> {
  const found = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
  );
  return found.rows.map((row) => row.pid);
}

test('this process hears at once, and once', async () => {
  wakeHandlers(world.database, 'here');
  expect(heard).toEqual(['here']);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(heard).toEqual(['here']);
});

test('other processes are heard, on one connection however many listen', async () => {
  await notify('there someone-else');
  await hears('there');
  expect(await listeners()).toHaveLength(1);
});

test('a lost connection is opened again', async () => {
  const [before] = await listeners();
  await client.query('select pg_terminate_backend($1)', [before]);
  await expect.poll(listeners, { timeout: 5000 }).not.toContain(before);
  await expect.poll(listeners, { timeout: 5000 }).toHaveLength(1);
  expect(errors).toHaveLength(1);
  await notify('again someone-else');
  await hears('again');
});

test('when the last has stopped, nothing listens', async () => {
  for (const stop of stops.splice(1)) stop();
  await expect.poll(listeners).toEqual([]);
});
