import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type Actor, systemActor } from '#platform/actor';
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

// Lists of somebody who owns one contact in a hundred, beside the same list without bounds, as the ordinary role, in process.
const samples = 100;
const sellers = 100;

interface Benched {
  run(name: string, input: object, actor: Actor): Promise<unknown>;
  ownerUrl: string;
  workspaceId: string;
  newId(): string;
}

async function inNewHome(work: (benched: Benched) => Promise<Figure[]>): Promise<Figure[]> {
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
    const run: Benched['run'] = async (name, input, actor) => {
      const operation = operations.get(name);
      if (!operation) throw new Error(`There is no operation ${name}.`);
      const { output } = await execute(ports, operation, input, { actor, surface: 'bench', requestId: 'bench' });
      return output instanceof RawJson ? output.text : output;
    };
    return await work({ run, ownerUrl: embedded.ownerUrl, workspaceId, newId: () => ids.next() });
  } finally {
    await database.close();
    await embedded.stop();
    removeEmbedded(home);
    remove();
  }
}

/** Contacts of a hundred owners, written past the operations: what is measured are the lists. */
async function fill({ ownerUrl, workspaceId }: Benched, owners: readonly string[], contacts: number): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`set app.workspace_id = '${workspaceId}'`);
  await owner.query(
    `insert into contacts (id, name, first_name, owner_id, created_at)
      select gen_random_uuid(), 'N' || i, 'N' || i, ($1::uuid[])[1 + i % ${sellers}], now() - i * interval '1 second'
      from generate_series(1, ${contacts}) i`,
    [owners],
  );
  await owner.query('analyze');
  await owner.end();
}

/** Lists of a rep among `contacts` contacts: a page of 60 with its count, and what the bounds cost where a list is short. */
export function benchPermissions(contacts = 1_000_000): Promise<Figure[]> {
  return inNewHome(async (benched) => {
    const owners = Array.from({ length: sellers }, benched.newId);
    await fill(benched, owners, contacts);
    const everybody = systemActor(benched.workspaceId);
    const rep: Actor = { ...everybody, type: 'user', id: owners[0] ?? '', name: 'Rep', role: 'rep' };
    const list = (actor: Actor, more: object) => () => benched.run('contacts.list', { limit: 60, ...more }, actor);
    const own = await oneAtATime(samples, list(rep, { count: 'bounded' }));
    const byName = await oneAtATime(samples, list(rep, { sort: 'name', count: 'bounded' }));
    const page = await oneAtATime(samples, list(rep, {}));
    const whole = await oneAtATime(samples, list(everybody, {}));
    const of = `1% own of ${contacts.toLocaleString('en')}`;
    return [
      atMost(`a page of 60 with its count, newest first, ${of}, p95`, own, 20),
      atMost(`a page of 60 with its count, by name, ${of}, p95`, byName, 60),
      atMost('a page of 60, in hundredths of what it takes without bounds', (page / whole) * 100, 150, ' %'),
    ];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const figures = await benchPermissions(Number(process.argv[2] ?? 1_000_000));
  for (const { what, figure, limit, ok } of figures)
    console.log(`${ok ? ' ' : '✗'} ${what.padEnd(62)} ${figure.padStart(10)}   ${limit}`);
  process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
}
