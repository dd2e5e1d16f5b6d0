import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { activity } from '#domain/records/activities';
import { contact } from '#domain/records/contacts';
import { systemActor } from '#platform/actor';
import { systemClock } from '#platform/clock';
import type { Ports } from '#platform/context';
import { createVault } from '#platform/crypto';
import { migrate, openDatabase, removeEmbedded, type Sql, sql, startEmbedded } from '#platform/database';
import { idSchema } from '#platform/fields';
import { openFileStore } from '#platform/files';
import { handlerLags, startHandlers } from '#platform/handlers';
import { createIds } from '#platform/ids';
import { migrateJobs, startJobs } from '#platform/jobs';
import { type Call, defineOperation, execute } from '#platform/operations';
import { createOperation, createRecords } from '#platform/records';
import { handlers, jobs, operations } from '../src/modules.ts';
import { atMost, type Figure, oneAtATime, temporaryHome } from './kit.ts';

// From an event to the stored score, all scores anew, and the timeline of somebody with whom very much has happened: in process, with the
// handlers and jobs of a server beside it.
const contacts = 10_000;
const entries = 10_000;
const samples = 200;

const fail = (error: unknown) => {
  throw error;
};

export interface Running {
  ports: Ports;
  call: Call;
  reader: Sql;
  /** Calls an operation by its name. */
  run(name: string, input: unknown): Promise<unknown>;
}

/** Runs work in a new home with a workspace, handlers and jobs. */
export async function inNewHome(work: (running: Running) => Promise<Figure[]>): Promise<Figure[]> {
  const { home, remove } = temporaryHome();
  const embedded = await startEmbedded({ home, say: () => undefined });
  const database = openDatabase({ appUrl: embedded.appUrl });
  try {
    await migrate(embedded.ownerUrl);
    await migrateJobs(embedded.ownerUrl);
    const ids = createIds(systemClock);
    const vault = createVault({ masterKey: randomBytes(32) });
    const ports = { clock: systemClock, ids, database, vault, files: openFileStore({ home, region: 'none' }) };
    const workspaceId = ids.next();
    await database.system.first(sql`select kith.create_workspace(${workspaceId}, 'Bench')`);
    const call = { actor: systemActor(workspaceId), surface: 'bench', requestId: 'bench' };
    const run = async (name: string, input: unknown) => {
      const operation = operations.get(name);
      return operation && (await execute(ports, operation, input, call)).output;
    };
    const handling = await startHandlers({ ports, handlers, onError: fail });
    const working = await startJobs({ ports, appUrl: embedded.appUrl, jobs, onError: fail });
    try {
      return await work({ ports, call, reader: database.reader(workspaceId), run });
    } finally {
      await working.stop();
      await handling.stop();
    }
  } finally {
    await database.close();
    await embedded.stop();
    removeEmbedded(home);
    remove();
  }
}

export async function until(holds: () => Promise<boolean>, everyMs: number): Promise<void> {
  while (!(await holds())) await pause(everyMs);
}

/** No job waits and no handler has anything left to read. */
export async function settled({ reader, ports }: Running): Promise<void> {
  await until(async () => {
    const row = await ports.database.system.first<{ jobs: number }>(
      sql`select count(*) as jobs from graphile_worker.jobs where run_at <= now()`,
    );
    return row?.jobs === 0;
  }, 20);
  await until(async () => (await handlerLags(reader, handlers)).every(({ behind }) => behind === 0), 20);
}

async function storedScore(reader: Sql, id: string): Promise<number | undefined> {
  const row = await reader.first<{ score: number }>(sql`select lead_score as score from contacts
    where workspace_id = kith.workspace_id() and id = ${id}::uuid`);
  return row?.score;
}

async function fromEventToScore({ ports, call, reader }: Running): Promise<Figure[]> {
  const people = await reader.rows<{ id: string; score: number }>(sql`select id, lead_score as score from contacts
    where workspace_id = kith.workspace_id() and score_tier = 'COLD' order by id limit ${samples}`);
  const logMs = await oneAtATime(samples, async (index) => {
    const { id, score } = people[index] ?? { id: '', score: 0 };
    await execute(ports, createOperation(activity), { type: 'demo_request', contactId: id }, call);
    await until(async () => (await storedScore(reader, id)) !== score, 1);
  });
  const createMs = await oneAtATime(samples, async () => {
    const made = await execute(ports, createOperation(contact), { firstName: 'Ana', title: 'CEO' }, call);
    const { id } = JSON.parse(made.output.text) as { id: string };
    await until(async () => (await storedScore(reader, id.slice('ct_'.length))) !== 0, 1);
  });
  return [
    atMost('activity logged → score stored, p95', logMs, 500),
    atMost('contact created → first score stored, p95', createMs, 2000),
  ];
}

async function everythingAnew(running: Running): Promise<Figure[]> {
  const anew = async (weights: Record<string, number>) => {
    const beganMs = performance.now();
    await running.run('scoring.model.update', { weights });
    await until(async () => {
      const row = await running.ports.database.system.first<{ jobs: number }>(
        sql`select count(*) as jobs from graphile_worker.jobs where task_identifier = 'scoring.rescore-all'`,
      );
      return row?.jobs === 0;
    }, 5);
    return (performance.now() - beganMs) / 1000;
  };
  const seconds = await anew({ firmographic: 60, behavioral: 20, intent: 20 });
  return [atMost(`${contacts} contacts scored anew, all of them moved`, seconds, 4, ' s')];
}

const logMany = defineOperation({
  name: 'bench.logMany',
  summary: 'Logs many activities with one contact.',
  kind: 'write',
  permission: 'activities:write',
  input: z.strictObject({ contactId: idSchema(contact.name), from: z.int(), count: z.int() }),
  async run(context, { contactId, from, count }) {
    const sets = Array.from({ length: count }, (_, index) => ({
      type: 'note',
      subject: `Entry ${from + index}`,
      contactId,
      occurredAt: new Date(context.now.getTime() - (from + index) * 600_000).toISOString(),
    }));
    await createRecords(context, activity, sets);
    return null;
  },
});

async function timelines(running: Running): Promise<Figure[]> {
  const { ports, call, run } = running;
  const made = await execute(ports, createOperation(contact), { firstName: 'Busy' }, call);
  const { id } = JSON.parse(made.output.text) as { id: string };
  for (let from = 0; from < entries; from += 1000)
    await execute(ports, logMany, { contactId: id, from, count: 1000 }, call);
  for (let index = 0; index < 300; index += 1) await run('contacts.update', { id, city: `Town ${index}` });
  await settled(running);
  await run('contacts.timeline', { id });
  const firstMs = await oneAtATime(samples, () => run('contacts.timeline', { id }));
  let cursor: string | undefined;
  const deepMs = await oneAtATime(150, async () => {
    const page = (await run('contacts.timeline', { id, ...(cursor ? { cursor } : {}) })) as { page: { next?: string } };
    cursor = page.page.next;
  });
  const scoreMs = await oneAtATime(samples, () => run('contacts.score', { id }));
  return [
    atMost(`timeline of ${entries} entries, first page, p95`, firstMs, 20),
    atMost(`timeline of ${entries} entries, page after page, p95`, deepMs, 20),
    atMost(`score and reasons of somebody with ${entries} activities, p95`, scoreMs, 200),
  ];
}

/** How many contacts a preview is measured over. */
const previewed = 200_000;

const createMany = defineOperation({
  name: 'bench.createMany',
  summary: 'Makes many contacts.',
  kind: 'write',
  permission: 'contacts:write',
  input: z.strictObject({ from: z.int(), count: z.int() }),
  async run(context, { from, count }) {
    const titles = ['CEO', 'VP Sales', 'Buyer', 'Engineer'];
    const sets = Array.from({ length: count }, (_, index) => ({
      firstName: 'Many',
      lastName: String(from + index),
      title: titles[index % titles.length],
    }));
    await createRecords(context, contact, sets);
    return null;
  },
});

async function preview(running: Running): Promise<Figure[]> {
  const { ports, call, run } = running;
  for (let from = 0; from < previewed; from += 2000) await execute(ports, createMany, { from, count: 2000 }, call);
  await settled(running);
  const { id } = JSON.parse(((await run('scoringModels.create', { name: 'Preview' })) as { text: string }).text) as {
    id: string;
  };
  const beganMs = performance.now();
  await run('scoringModels.startPreview', { id });
  await until(async () => ((await run('scoringModels.preview', { id })) as { status: string }).status === 'done', 20);
  const seconds = (performance.now() - beganMs) / 1000;
  return [atMost(`preview of a model over ${previewed} contacts`, seconds, 60, ' s')];
}

/** The figures of scoring and of timelines, each beside its limit. */
export function benchScoring(): Promise<Figure[]> {
  return inNewHome(async (running) => {
    await running.run('demo.create', { contacts });
    await settled(running);
    const scores = await fromEventToScore(running);
    await settled(running);
    const rest = [...(await everythingAnew(running)), ...(await timelines(running))];
    return [...scores, ...rest, ...(await preview(running))];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const figures = await benchScoring();
  for (const { what, figure, limit, ok } of figures)
    console.log(`${ok ? ' ' : '✗'} ${what.padEnd(62)} ${figure.padStart(10)}   ${limit}`);
  process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
}
