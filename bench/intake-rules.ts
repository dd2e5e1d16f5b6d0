import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open as openFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { inferSchema, initParser } from 'udsv';
import { identityKeys } from '#domain/matching';
import { contact } from '#domain/records/contacts';
import { sniffBytes } from '../src/domain/intake/adapters/contract.ts';
import { csvAdapter } from '../src/domain/intake/adapters/csv/index.ts';
import { fieldByColumn, suggestMapping } from '../src/domain/intake/rules/mapping.ts';
import { compileNormaliser } from '../src/domain/intake/rules/normalise-row.ts';
import { qualityOfPerson } from '../src/domain/intake/rules/row-quality.ts';
import { atMost, type Figure } from './kit.ts';

// How long the pure part of an import takes for a row, without a database: parsing, normalising, keys and quality.
const rowCount = 200_000;
const limitUs = 35;

const header =
  'First Name,Last Name,Email,Phone,Company,Job Title,Country,City,Website,Consent,Consent date,Notes,Tags';
const first = ['Ana', 'BOB', 'marie-claire', 'Jürgen', "O'Shea", 'Li', 'José María', 'Olga', 'Søren', 'Fatima'];
const last = [
  'Silva',
  'VAN DER BERG',
  "o'neil",
  'McDonald',
  'Müller',
  'de la Cruz',
  'Smith',
  'Иванова',
  'Nuñez',
  'Das',
];
const countries = ['Germany', 'US', 'France', 'España', 'United Kingdom', 'JP', 'Brasil', 'nl', 'Polska', 'Canada'];
const phones = [
  '+49 171 1',
  '(415) 555-',
  '+33 6 12 34 ',
  '+34 612 34',
  '+44 20 7946 ',
  '+81 3-1234-',
  '+55 11 9123',
  '020 123',
  '+48 512 34',
  '604-555-',
];

function rowOf(index: number): string {
  const pick = (list: string[]) => list[(index * 7 + (index >> 5)) % list.length] ?? '';
  const digits = String(1_000 + (index % 9_000));
  const company = `Company ${index % 5_003}`;
  return [
    pick(first),
    `${pick(last)} ${index % 1_331}`.replace(/ \d+$/, index % 3 === 0 ? '' : 'son'),
    `Person.${index}@company${index % 5_003}.com`,
    `${pick(phones)}${digits}`,
    `"${company}, Inc."`,
    'Head of Sales',
    pick(countries),
    'Berlin',
    `www.company${index % 5_003}.com`,
    index % 2 === 0 ? 'yes' : 'no',
    `2024-0${1 + (index % 9)}-1${index % 10}`,
    '"said ""hello"" once"',
    'a; b',
  ].join(',');
}

/** Microseconds a row; `work` answers how many rows there were. */
async function usPerRow(work: () => Promise<number>): Promise<number> {
  const startMs = performance.now();
  const rows = await work();
  return ((performance.now() - startMs) / rows) * 1_000;
}

async function writePeople(file: string): Promise<void> {
  await pipeline(function* () {
    yield `${header}\n`;
    for (let index = 0; index < rowCount; index++) yield `${rowOf(index)}\n`;
  }, createWriteStream(file));
}

async function firstBytes(file: string): Promise<Buffer> {
  const beginning = Buffer.alloc(sniffBytes);
  const handle = await openFile(file);
  const { bytesRead } = await handle.read(beginning, 0, sniffBytes, 0);
  await handle.close();
  return beginning.subarray(0, bytesRead);
}

/** Everything that an import computes for a file: rows with their values, keys and quality. */
async function everything(file: string): Promise<number> {
  const { dialect, columns, sample, start } = csvAdapter.sniff(await firstBytes(file));
  const fields = [...contact.fields.values()];
  const mapping = fieldByColumn(suggestMapping({ columns, sample, fields }));
  const { normalise } = compileNormaliser({ columns, mapping, fields, sample, country: 'US' });
  const bytes = createReadStream(file, { highWaterMark: 256 * 1024 });
  let rows = 0;
  for await (const batch of csvAdapter.openSource(bytes, { dialect, columns: columns.length, from: start })) {
    for (const cells of batch.rows) {
      const row = normalise(cells);
      const { firstName, lastName } = row.values as { firstName?: string; lastName?: string };
      const phones = row.phones.map(({ value }) => value);
      const name = { first: firstName, last: lastName };
      const keys = identityKeys({ emails: row.emails, phones, name, company: row.company });
      qualityOfPerson(row, keys.length > 9 ? 1 : 0);
      rows++;
    }
  }
  return rows;
}

async function ourReader(file: string): Promise<number> {
  const { dialect, columns, start } = csvAdapter.sniff(await firstBytes(file));
  const bytes = createReadStream(file, { highWaterMark: 256 * 1024 });
  let rows = 0;
  for await (const batch of csvAdapter.openSource(bytes, { dialect, columns: columns.length, from: start }))
    rows += batch.rows.length;
  return rows;
}

async function csvParse(file: string): Promise<number> {
  let rows = 0;
  await pipeline(createReadStream(file), parse({ relax_column_count: true, relax_quotes: true }), async (records) => {
    for await (const _ of records) rows++;
  });
  return rows;
}

/** The fastest reader there is; it is wrong on short rows. */
async function udsv(file: string): Promise<number> {
  let rows = 0;
  let parser: ReturnType<typeof initParser> | undefined;
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    parser ??= initParser(inferSchema(chunk));
    parser.chunk<string[]>(chunk, parser.stringArrs<string[]>, () => {
      rows++;
    });
  }
  parser?.end();
  return rows;
}

/** Reading beside two other readers, and all that is computed for a row. */
export async function benchIntakeRules(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'));
  try {
    const file = join(folder, 'people.csv');
    await writePeople(file);
    const reader = await usPerRow(() => ourReader(file));
    const others = { 'csv-parse': await usPerRow(() => csvParse(file)), udsv: await usPerRow(() => udsv(file)) };
    for (const [name, us] of Object.entries(others))
      process.stderr.write(`${name}, for comparison: ${us.toFixed(1)} µs a row\n`);
    return [
      atMost('reading a row, beside csv-parse', reader, Math.round(others['csv-parse'] * 10) / 10, ' µs'),
      atMost('reading, cleaning, keys and quality of a row', await usPerRow(() => everything(file)), limitUs, ' µs'),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
