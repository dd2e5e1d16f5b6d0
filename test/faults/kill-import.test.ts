import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countsOf, ended, rowsIn } from './imports.ts';
import { KithProcess } from './kith-process.ts';
import { knownPeople, leadFile } from './lead-file.ts';
import { killsWithin } from './patience.ts';
import { Random, seedOf } from './random.ts';
import { anomalies, contactsOf, handlersDone, noAnomalies } from './truth.ts';
import { newWorkspace, type Workspace } from './workspace.ts';

const kills = 20;
const known = 300;
const seed = seedOf('killed import');
const random = new Random(seed);
const file = leadFile(20_000, known, seed);
const server = new KithProcess();

beforeAll(() => server.start());
afterAll(() => server.remove());

async function withKnownPeople(name: string): Promise<Workspace> {
  const workspace = await newWorkspace(server, name);
  const id = await workspace.client.importFile('known.csv', knownPeople(known), `known ${name}`);
  expect(await ended(workspace.client, id)).toMatchObject({ status: 'done', created: known });
  return workspace;
}

/** When the server is killed: at a number of rows, or so many milliseconds after its process began. */
type Point = { rows: number; thenMs: number } | { afterMs: number };

function killPoints(): Point[] {
  const early = Math.floor(kills / 4);
  const rows = Array.from({ length: kills - early }, () => random.below(file.rows)).sort((a, b) => a - b);
  const points: Point[] = rows.map((at) => ({ rows: at, thenMs: random.below(80) }));
  for (let i = 0; i < early; i += 1) points.splice(1 + random.below(points.length), 0, { afterMs: random.below(1200) });
  return points;
}

async function killAt(point: Point, workspace: Workspace, id: string): Promise<void> {
  if ('afterMs' in point) await sleep(point.afterMs);
  else {
    await server.ready();
    await rowsIn(workspace.client, id, point.rows);
    await sleep(point.thenMs);
  }
  await (random.below(4) === 0 ? server.cutPower() : server.kill());
}

it(`brings in every row once, however often the server is killed (${kills} times)`, async () => {
  const quiet = await withKnownPeople('Quiet');
  const stormy = await withKnownPeople('Stormy');
  const undisturbed = await ended(quiet.client, await quiet.client.importFile('leads.csv', file.text, 'quiet import'));
  const id = await stormy.client.importFile('leads.csv', file.text, 'stormy import');
  const killed: string[] = [];
  const patience = killsWithin(45_000);
  for (const point of killPoints()) {
    if (!patience()) break;
    const begunAt = performance.now();
    await killAt(point, stormy, id);
    server.launch();
    const ms = Math.round(performance.now() - begunAt);
    killed.push('rows' in point ? `row ${point.rows} (${ms} ms)` : `${point.afterMs} ms after the start`);
  }
  await server.ready();
  const disturbed = await ended(stormy.client, id);
  console.info(`${killed.length} times killed, at ${killed.join(', ')}: ${JSON.stringify(countsOf(disturbed))}`);

  expect(disturbed).toMatchObject({ status: 'done', rows: file.rows, rejected: file.rejected, created: file.people });
  const { created, updated, merged, skipped, rejected } = disturbed;
  expect(created + updated + merged + skipped + rejected).toBe(file.rows);
  expect(countsOf(disturbed)).toEqual(countsOf(undisturbed));
  expect(await stormy.client.importFile('leads.csv', file.text, 'stormy import')).toBe(id);

  for (const workspace of [quiet, stormy]) await handlersDone(server, workspace.id);
  expect(await contactsOf(server, stormy.id)).toEqual(await contactsOf(server, quiet.id));
  expect(await anomalies(server, stormy.id)).toEqual(noAnomalies);
  const rejects = (await stormy.client.get(`/imports/${id}/rejects`)).text;
  expect(rejects).toBe((await quiet.client.get(`/imports/${await newestImport(quiet)}/rejects`)).text);
  const found = await stormy.client.get('/contacts?q=p4711&limit=5');
  expect(found.body.data).toHaveLength(1);
}, 180_000);

async function newestImport({ client }: Workspace): Promise<string> {
  return (await client.get('/imports')).body.data[0].id as string;
}
