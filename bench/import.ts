import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { generateAccounts, generateContacts } from '#domain/demo';
import { migrate, startEmbedded } from '#platform/database';
import { migrateJobs } from '#platform/jobs';
import { atLeast, atMost, type Figure, nodeFlags, temporaryHome } from './kit.ts';

// An import from the file to the scored contact, beside a COPY by the owner of the same rows into a table with the same indexes.
const rowCount = 200_000;
const peopleAnAccount = 7;

interface Imported {
  status: string;
  rows: number;
  created: number;
  accounts: number;
  seconds: number;
  nodeUs: number;
  databaseUs: number;
  peakMb: number;
}

const driver = fileURLToPath(new URL('./driver/import-run.ts', import.meta.url));

const header = 'First Name,Last Name,E-mail,Phone,Job Title,Department,Company,City,Country,Lead Source\n';

function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Generated people as lines of a CSV file. */
function* lines(count: number, seed: number): Generator<string> {
  const accounts = generateAccounts(Math.ceil(count / peopleAnAccount), seed, new Date());
  yield header;
  for (const one of generateContacts(count, accounts, seed)) {
    const company = accounts[one.accountIndex]?.name;
    const cells = [one.firstName, one.lastName, one.email, one.phone, one.title, one.department, company];
    yield `${[...cells, one.city, one.country, one.leadSource].map(cell).join(',')}\n`;
  }
}

async function importIn(
  appUrl: string,
  home: string,
  workspace: string,
  file: string,
  beside: boolean,
): Promise<Imported> {
  const args = [...nodeFlags, driver, appUrl, home, workspace, file, beside ? 'beside' : 'alone'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const part of child.stdout) text += part;
  if (text === '') throw new Error('The import ended without a result: its own words stand above.');
  return JSON.parse(text) as Imported;
}

/** Milliseconds of CPU that the backend of a connection has had. */
async function cpuMsOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const fields = readFileSync(`/proc/${rows[0]?.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

interface Copied {
  perSecond: number;
  databaseUs: number;
}

/** A COPY of what an import has made, into a table with the same columns and indexes. */
async function copyBeside(owner: pg.Client, workspace: string, folder: string): Promise<Copied> {
  const file = join(folder, 'contacts.copy');
  await owner.query(`set app.workspace_id = '${workspace}'`);
  const rows = Number((await owner.query('select count(*) as rows from contacts')).rows[0].rows);
  await pipeline(owner.query(copyTo('copy (select * from contacts order by id) to stdout')), createWriteStream(file));
  await owner.query('create table contacts_copied (like contacts including all)');
  // LIKE leaves foreign keys out: the same table has the one to its accounts.
  await owner.query(
    'alter table contacts_copied add foreign key (workspace_id, account_id) references accounts (workspace_id, id)',
  );
  await owner.query('checkpoint').catch(() => undefined);
  const cpuMs = await cpuMsOf(owner);
  const beganMs = performance.now();
  await pipeline(
    createReadStream(file, { highWaterMark: 1 << 20 }),
    owner.query(copyFrom('copy contacts_copied from stdin')),
  );
  const seconds = (performance.now() - beganMs) / 1000;
  const databaseUs = ((await cpuMsOf(owner)) - cpuMs) * (1000 / rows);
  await owner.query('drop table contacts_copied');
  return { perSecond: rows / seconds, databaseUs };
}

async function workspaceIn(owner: pg.Client, name: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('select gen_random_uuid() as id');
  const id = rows[0]?.id ?? '';
  await owner.query('select kith.create_workspace($1, $2)', [id, name]);
  return id;
}

function tell(what: string, one: Imported): void {
  const { rows, seconds, nodeUs, databaseUs, peakMb } = one;
  process.stderr.write(
    `${what}: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s; a row takes ${nodeUs.toFixed(0)} µs of Node and ${databaseUs.toFixed(0)} µs of the database; ${Math.round(peakMb)} MB\n`,
  );
}

/** The import's figures, each beside its limit. */
export async function benchImport(): Promise<Figure[]> {
  const { home, remove } = temporaryHome();
  const embedded = await startEmbedded({ home, say: () => undefined });
  const owner = new pg.Client({ connectionString: embedded.ownerUrl });
  try {
    await migrate(embedded.ownerUrl);
    await migrateJobs(embedded.ownerUrl);
    await owner.connect();
    const file = join(home, 'people.csv');
    await pipeline(lines(rowCount, 1), createWriteStream(file));
    const workspace = await workspaceIn(owner, 'Alone');
    const alone = await importIn(embedded.appUrl, home, workspace, file, false);
    tell('alone', alone);
    const copied = await copyBeside(owner, workspace, home);
    process.stderr.write(
      `COPY by the owner: ${Math.round(copied.perSecond)} rows/s; a row takes ${copied.databaseUs.toFixed(0)} µs of the database\n`,
    );
    const beside = await importIn(embedded.appUrl, home, await workspaceIn(owner, 'Beside'), file, true);
    tell('with handlers beside', beside);
    const perSecond = alone.rows / alone.seconds;
    return [
      atLeast(`import of ${rowCount} rows, first score included`, perSecond, 9000),
      atLeast('import, of a COPY by the owner', (100 * perSecond) / copied.perSecond, 35, ' %'),
      atMost('import, CPU of the database a row', alone.databaseUs, 90, ' µs'),
      atMost('import, most memory of the process', Math.max(alone.peakMb, beside.peakMb), 450, ' MB'),
    ];
  } finally {
    await owner.end();
    await embedded.stop();
    await remove();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const one of await benchImport())
    console.log(`${one.ok ? ' ' : '✗'} ${one.what.padEnd(48)} ${one.figure.padStart(12)}   ${one.limit}`);
}
