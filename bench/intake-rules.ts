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

// How long the pure part of an import takes for a row, without a database: parsing, normalising, keys and quality.
const rowCount = Number(process.argv[2] ?? 200_000);
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

async function timed(name: string, work: () => Promise<number>): Promise<void> {
  const startMs = performance.now();
  const rows = await work();
  const ms = performance.now() - startMs;
  const usPerRow = (ms / rows) * 1_000;
  console.log(
    `${name.padEnd(34)} ${usPerRow.toFixed(2).padStart(7)} µs a row ${Math.round(rows / (ms / 1_000))
      .toLocaleString('en')
      .padStart(10)} rows/s`,
  );
}

const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'));
try {
  const file = join(folder, 'people.csv');
  await pipeline(function* () {
    yield `${header}\n`;
    for (let index = 0; index < rowCount; index++) yield `${rowOf(index)}\n`;
  }, createWriteStream(file));
  const beginning = Buffer.alloc(sniffBytes);
  const handle = await openFile(file);
  const { bytesRead } = await handle.read(beginning, 0, sniffBytes, 0);
  await handle.close();
  const { dialect, columns, sample, start } = csvAdapter.sniff(beginning.subarray(0, bytesRead));
  const fields = [...contact.fields.values()];
  const mapping = fieldByColumn(suggestMapping({ columns, sample, fields }));
  const open = () =>
    csvAdapter.openSource(createReadStream(file, { highWaterMark: 256 * 1024 }), {
      dialect,
      columns: columns.length,
      from: start,
    });

  await timed('our reader', async () => {
    let rows = 0;
    for await (const batch of open()) rows += batch.rows.length;
    return rows;
  });
  const { normalise } = compileNormaliser({ columns, mapping, fields, sample, country: 'US' });
  let issues = 0;
  let points = 0;
  await timed(`all together (limit ${limitUs} µs)`, async () => {
    let rows = 0;
    for await (const batch of open()) {
      for (const cells of batch.rows) {
        const row = normalise(cells);
        const name = {
          first: row.values.firstName as string | undefined,
          last: row.values.lastName as string | undefined,
        };
        const keys = identityKeys({
          emails: row.emails,
          phones: row.phones.map(({ value }) => value),
          name,
          company: row.company,
        });
        points += qualityOfPerson(row, keys.length > 9 ? 1 : 0).score;
        issues += row.issues.length;
        rows++;
      }
    }
    return rows;
  });
  console.log(
    `${(issues / rowCount).toFixed(2)} issues and ${(points / rowCount / 100).toFixed(2)} quality a row, ${Math.round(process.memoryUsage.rss() / 1e6)} MB RSS`,
  );
  await timed('csv-parse, for comparison', async () => {
    let rows = 0;
    await pipeline(createReadStream(file), parse({ relax_column_count: true, relax_quotes: true }), async (records) => {
      for await (const _ of records) rows++;
    });
    return rows;
  });
  await timed('udsv (wrong on short rows)', async () => {
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
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}
