import { randomBytes } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { intakeModule } from '#domain/intake';
import { systemActor } from '#platform/actor';
import { systemClock } from '#platform/clock';
import { createVault } from '#platform/crypto';
import { openDatabase, sql } from '#platform/database';
import { openFileStore } from '#platform/files';
import { startHandlers } from '#platform/handlers';
import { createIds, parseId } from '#platform/ids';
import { execute } from '#platform/operations';
import { handlers, operations } from '../../src/modules.ts';

// One import in a process of its own, as a server has it. Arguments: the app's URL, the home, the workspace, the CSV file, and `beside`
// when handlers are to run along. Prints what it took as JSON.
const [appUrl = '', home = '', workspaceId = '', file = '', beside = ''] = process.argv.slice(2);

/** Milliseconds of CPU that a process has had. */
export function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const fail = (error: unknown, handler: string) => {
  throw new Error(`${handler} failed beside the import.`, { cause: error });
};

const database = openDatabase({ appUrl, max: 6 });
const ports = {
  clock: systemClock,
  ids: createIds(systemClock),
  database,
  vault: createVault({ masterKey: randomBytes(32) }),
  files: openFileStore({ home, region: 'none' }),
};
const call = { actor: systemActor(workspaceId), surface: 'bench', requestId: 'bench' };
const run = async (name: string, input: object) => {
  const operation = operations.get(name);
  if (!operation) throw new Error(`There is no operation ${name}.`);
  return (await execute(ports, operation, input, call)).output as Record<string, unknown>;
};

const stored = await ports.files.put(createReadStream(file), { name: 'people.csv', contentType: 'text/csv' });
const { id } = await run('imports.create', { file: { ...stored, name: 'people.csv' } });
const handling = beside === 'beside' ? await startHandlers({ ports, handlers, onError: fail }) : undefined;
const job = (intakeModule.jobs ?? [])[0];
const backends = () =>
  database.system.rows<{ pid: number }>(
    sql`select pid from pg_stat_activity where datname = current_database() and usename = current_user`,
  );
const cpuOfDatabase = async () => (await backends()).reduce((sum, { pid }) => sum + cpuMsOf(pid), 0);

let peakRss = 0;
const watching = setInterval(() => {
  peakRss = Math.max(peakRss, process.memoryUsage().rss);
}, 50);
const before = { cpu: process.cpuUsage(), database: await cpuOfDatabase(), ms: performance.now() };
const signal = new AbortController().signal;
await job?.run(
  { ports, workspaceId, actor: call.actor, signal, jobId: '1', attempt: 1 },
  { importId: parseId('im', String(id)) },
);
const seconds = (performance.now() - before.ms) / 1000;
const { user, system } = process.cpuUsage(before.cpu);
const one = await run('imports.get', { id });
const rows = Number(one.rows);
clearInterval(watching);
process.stdout.write(
  JSON.stringify({
    status: one.status,
    rows,
    created: one.created,
    accounts: one.accountsCreated,
    seconds,
    nodeUs: (user + system) / rows,
    databaseUs: ((await cpuOfDatabase()) - before.database) * (1000 / rows),
    peakMb: peakRss / 1e6,
  }),
);
await handling?.stop();
await database.close();
