import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accuracyOf, matchRecords, pairsOf, RecordTable } from './index.ts';

// The real files stay where they are: see ../shared/data/README.md. Without them this guarantee is not tested here.
const folder = new URL('../../../../shared/data/persons/', import.meta.url);
const there = existsSync(folder);
if (!there) process.stderr.write(`Skipped, since ${folder.pathname} is not there: accuracy on real people.\n`);

interface People {
  columns: string[];
  rows: string[][];
  truth: string[];
}

function peopleOf(file: string, left: readonly string[], truthOf: (row: string[]) => string): People {
  const [header = [], ...rows] = readFileSync(new URL(file, folder), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.trim()));
  const kept = header.flatMap((name, at) => (left.includes(name) ? [] : [at]));
  const pick = (row: readonly string[]) => kept.map((at) => row[at] as string);
  return { columns: pick(header), rows: rows.map(pick), truth: rows.map(truthOf) };
}

function judge({ columns, rows, truth }: People) {
  const table = new RecordTable(columns, rows.slice(0, 1_000));
  for (const row of rows) table.add(row);
  table.close();
  const matching = matchRecords(table);
  const sure = [...pairsOf(matching)].filter(({ probability }) => probability >= 0.99);
  const right = sure.filter(({ left, right }) => truth[left] === truth[right]).length;
  const counts = Object.values(Object.groupBy(truth, (name) => name)).map((group) => group?.length ?? 0);
  const belonging = counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  return {
    ...accuracyOf(matching.clusters, truth),
    surePrecision: right / sure.length,
    sureRecall: right / belonging,
  };
}

const febrl = (number: number) => () =>
  peopleOf(`febrl${number}.csv`, ['rec_id', 'soc_sec_id'], ([id]) => (id as string).split('-')[1] as string);
const fake =
  (...left: string[]) =>
  () =>
    peopleOf('fake_1000.csv', ['unique_id', 'cluster', ...left], (row) => row.at(-1) as string);

test.runIf(there).each([
  ['fake_1000', 0.95, fake()],
  ['fake_1000 without e-mail', 0.87, fake('email')],
  ['fake_1000 without birth dates', 0.89, fake('dob')],
  ['febrl1', 0.995, febrl(1)],
  ['febrl2', 0.99, febrl(2)],
  ['febrl3', 0.99, febrl(3)],
])('people of %s are found with an F1 of at least %f, without labels', { timeout: 120_000 }, (_, least, read) => {
  const found = judge(read());
  expect(found.f1).toBeGreaterThanOrEqual(least);
  expect(found.surePrecision).toBeGreaterThanOrEqual(least < 0.95 ? 0.985 : 0.999);
  expect(found.sureRecall).toBeGreaterThanOrEqual(0.5);
});

test.runIf(there)('what the columns are called does not matter', { timeout: 60_000 }, () => {
  const people = fake()();
  const unnamed = { ...people, columns: people.columns.map((_, at) => `Column ${at + 1}`) };
  expect(judge(unnamed).f1).toBeGreaterThanOrEqual(0.95);
});
