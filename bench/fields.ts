import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { systemActor } from '#platform/actor';
import { systemClock } from '#platform/clock';
import type { Ports } from '#platform/context';
import { createVault } from '#platform/crypto';
import { migrate, openDatabase, removeEmbedded, sql, startEmbedded } from '#platform/database';
import { openFileStore } from '#platform/files';
import { createIds } from '#platform/ids';
import { migrateJobs } from '#platform/jobs';
import { execute, RawJson } from '#platform/operations';
import { operations } from '../src/modules.ts';
import { atMost, type Figure, oneAtATime, temporaryHome } from './kit.ts';

// Lists of 200,000 contacts by custom fields, as the ordinary role, in process; fields that are added beside them; and writes that roll-ups
// follow.
const contacts = 200_000;
const accounts = 2000;
const samples = 100;
const few = 30;

type Run = (name: string, input: object) => Promise<{ id: string; page?: { next?: string } }>;

async function inNewHome(
  work: (run: Run, ownerUrl: string, workspaceId: string) => Promise<Figure[]>,
): Promise<Figure[]> {
  const { home, remove } = temporaryHome();
  const embedded = await startEmbedded({ home, say: () => undefined });
  const database = openDatabase({ appUrl: embedded.appUrl });
  try {
    await migrate(embedded.ownerUrl);
    await migrateJobs(embedded.ownerUrl);
    const ids = createIds(systemClock);
    const vault = createVault({ masterKey: randomBytes(32) });
    const ports: Ports = { clock: systemClock, ids, database, vault, files: openFileStore({ home, region: 'none' }) };
    const workspaceId = ids.next();
    await database.system.first(sql`select kith.create_workspace(${workspaceId}, 'Bench')`);
    const call = { actor: systemActor(workspaceId), surface: 'bench', requestId: 'bench' };
    const run: Run = async (name, input) => {
      const operation = operations.get(name);
      if (!operation) throw new Error(`There is no operation ${name}.`);
      const { output } = await execute(ports, operation, input, call);
      return (output instanceof RawJson ? output.parse() : output) as Awaited<ReturnType<Run>>;
    };
    return await work(run, embedded.ownerUrl, workspaceId);
  } finally {
    await database.close();
    await embedded.stop();
    removeEmbedded(home);
    remove();
  }
}

const columns = { region: 'text_value', seats: 'number_value', renewal: 'time_value', areas: 'text_value' } as const;

/** Contacts with values of four fields, written past the operations: what is measured are the lists. */
async function fill(ownerUrl: string, workspaceId: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`set app.workspace_id = '${workspaceId}'`);
  await owner.query(
    `insert into accounts (id, name, created_at) select gen_random_uuid(), 'Account '||i, now() from generate_series(1, ${accounts}) i`,
  );
  await owner.query(`insert into contacts (id, name, first_name, city, account_id, created_at, custom_fields)
    select gen_random_uuid(), 'N'||i, 'N'||i, 'City '||i%700, a.id, now() - i * interval '1 minute',
      jsonb_build_object('region', 'R'||i%200, 'seats', i%1000, 'renewal', (date '2026-01-01' + i%700)::text, 'areas', jsonb_build_array('A'||i%20))
    from generate_series(1, ${contacts}) i join (select id, row_number() over () as n from accounts) a on a.n = i%${accounts} + 1`);
  for (const [name, column] of Object.entries(columns)) {
    const json = `c.custom_fields ${name === 'areas' ? `-> 'areas' ->> 0` : `->> '${name}'`}`;
    const value = { text_value: json, number_value: `(${json})::float8`, time_value: `(${json})::timestamptz` }[column];
    await owner.query(`insert into field_values (field_id, record_id, ${column})
      select (select id from custom_fields where name = '${name}'), c.id, ${value} from contacts c`);
  }
  await owner.query('analyze');
  await owner.end();
}

const lists: [string, object][] = [
  ['text equals', { filter: { 'custom.region': { eq: 'R7' } } }],
  ['number above', { filter: { 'custom.seats': { gt: 990 } } }],
  ['date before', { filter: { 'custom.renewal': { lt: '2026-01-05' } } }],
  ['one of several choices', { filter: { 'custom.areas': { contains: 'A7' } } }],
  ['two fields', { filter: { 'custom.region': { eq: 'R7' }, 'custom.seats': { gt: 500 } } }],
  ['sorted by number', { sort: '-custom.seats' }],
  ['sorted by date', { sort: 'custom.renewal' }],
  ['filtered by one, sorted by another', { filter: { 'custom.region': { eq: 'R7' } }, sort: '-custom.seats' }],
];

async function listFigures(run: Run): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [what, request] of lists) {
    const list = (more: object = {}) => run('contacts.list', { limit: 60, ...request, ...more });
    for (let warm = 0; warm < 5; warm += 1) await list();
    figures.push(atMost(`list by custom field: ${what}, p95`, await oneAtATime(samples, () => list()), 30));
  }
  let cursor: string | undefined;
  const deepMs = await oneAtATime(samples, async () => {
    cursor = (await run('contacts.list', { limit: 60, sort: '-custom.seats', ...(cursor ? { cursor } : {}) })).page
      ?.next;
  });
  return [...figures, atMost('list by custom field: page after page, p95', deepMs, 30)];
}

async function computedFigures(run: Run): Promise<Figure[]> {
  const rollup = { object: 'contact', by: 'accountId' };
  const add = (name: string, more: object) => run('fields.create', { object: 'account', name, label: name, ...more });
  await add('people', { type: 'rollup', rollup: { ...rollup, function: 'count' } });
  await add('seats', { type: 'rollup', rollup: { ...rollup, function: 'sum', of: 'custom.seats' } });
  await add('each', { type: 'formula', formula: 'seats / people' });
  const made: string[] = [];
  for (let index = 0; index < 500; index += 1)
    made.push((await run('accounts.create', { name: `Summed ${index}` })).id);
  const writeMs = await oneAtATime(samples * 3, (index) =>
    run('contacts.create', { firstName: 'Sum', accountId: made[index % 500], customFields: { seats: index } }),
  );
  const list = () => run('accounts.list', { limit: 60, sort: '-custom.each', filter: { 'custom.people': { gte: 1 } } });
  for (let warm = 0; warm < 5; warm += 1) await list();
  return [
    atMost('a contact written with its roll-ups and formulas, p95', writeMs, 30),
    atMost('list by a formula, filtered by a roll-up, p95', await oneAtATime(samples, list), 30),
  ];
}

/** The figures of custom fields, each beside its limit. */
export function benchFields(): Promise<Figure[]> {
  return inNewHome(async (run, ownerUrl, workspaceId) => {
    const add = (name: string, more: object) => run('fields.create', { object: 'contact', name, label: name, ...more });
    await add('region', { type: 'text' });
    await add('seats', { type: 'number' });
    await add('renewal', { type: 'date' });
    await add('areas', { type: 'multiChoice', options: Array.from({ length: 20 }, (_, index) => `A${index}`) });
    await fill(ownerUrl, workspaceId);
    const addMs = await oneAtATime(few, (index) => add(`added${index}`, { type: 'text' }));
    return [
      atMost(`a field added beside ${contacts} contacts, p95`, addMs, 100),
      ...(await listFigures(run)),
      ...(await computedFigures(run)),
    ];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const figures = await benchFields();
  for (const { what, figure, limit, ok } of figures)
    console.log(`${ok ? ' ' : '✗'} ${what.padEnd(62)} ${figure.padStart(10)}   ${limit}`);
  process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
}
