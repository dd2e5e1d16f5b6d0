import { expect, test } from 'vitest';
import { accuracyOf } from './accuracy.ts';
import { matchRecords } from './match-records.ts';
import { pairsOf } from './pairs.ts';
import { seededRandom } from './random.ts';
import { RecordTable } from './record-table.ts';

const columns = ['first name', 'last name', 'e-mail', 'phone', 'company', 'city'];
const given = [
  'Robert',
  'Maria',
  'James',
  'Anna',
  'Peter',
  'Olga',
  'Li',
  'Fatima',
  'José',
  'Иван',
  'Karl',
  'Eva',
  'Tom',
];
const letters = 'abcdefghiklmnoprstuw';

function tableOf(rows: readonly (readonly string[])[], names = columns): RecordTable {
  const table = new RecordTable(names, rows.slice(0, 1_000) as string[][]);
  for (const row of rows) table.add(row);
  table.close();
  return table;
}

/** People of companies of ten, who share company and town; every fourth stands there twice, the second time with a slip. */
function staff(count: number): { rows: string[][]; truth: string[] } {
  const random = seededRandom(5);
  const pick = <T>(list: ArrayLike<T>): T => list[Math.floor(random() * list.length)] as T;
  const word = (length: number) => Array.from({ length }, () => pick(letters)).join('');
  const [rows, truth]: [string[][], string[]] = [[], []];
  for (let at = 0; rows.length < count; at++) {
    const company = Math.floor(at / 10);
    const [first, last] = [pick(given), `${word(4)}son`];
    const row = [
      first,
      last,
      `${word(3)}.${last}@firm${company}.com`,
      `+4930${900_000 + at * 7}`,
      `Firm ${company} works`,
      `Town${company % 40}`,
    ];
    rows.push(row);
    truth.push(String(at));
    if (at % 4 !== 0) continue;
    rows.push([first, `${last.slice(0, 2)}${last.slice(3)}`, row[2] as string, '', row[4] as string, '']);
    truth.push(String(at));
  }
  return { rows, truth };
}

test('colleagues are not one person, whatever they share; people with a slip in their name are', () => {
  const { rows, truth } = staff(3_000);
  const found = accuracyOf(matchRecords(tableOf(rows)).clusters, truth);
  expect(found.precision).toBeGreaterThan(0.99);
  expect(found.recall).toBeGreaterThan(0.97);
});

test('the same rows give the same result, in the same order', () => {
  const { rows } = staff(600);
  const once = [...pairsOf(matchRecords(tableOf(rows)))];
  expect([...pairsOf(matchRecords(tableOf(rows)))]).toEqual(once);
  expect(once[0]?.reasons[0]).toEqual({
    field: expect.any(String),
    level: expect.any(String),
    bits: expect.any(Number),
  });
});

test('a shared address or switchboard alone makes nobody the same', () => {
  const { rows } = staff(1_000);
  const shared = rows.map((row, at) =>
    at < 200 ? [row[0], row[1], 'info@firm.com', '+4930111111', row[4], row[5]] : row,
  ) as string[][];
  const matching = matchRecords(tableOf(shared));
  for (const { left, right, reasons } of pairsOf(matching)) {
    if (right >= 200) continue;
    const names = reasons.filter(({ field }) => field.endsWith('name'));
    expect(
      names.every(({ bits }) => bits > 0),
      `${shared[left]} / ${shared[right]}`,
    ).toBe(true);
  }
});

test('a hundred thousand people of one name are survived', { timeout: 60_000 }, () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => ['Anna', 'Smith', `a${at}@example.com`, '', '', '']);
  rows.push(['Anna', 'Smith', 'a5@example.com', '', '', '']);
  const matching = matchRecords(tableOf(rows));
  expect(matching.compared).toBeLessThan(40 * rows.length);
  expect(matching.clusters).toEqual([[5, 100_000]]);
});

test('likenesses from each to the next do not make one of strangers', () => {
  const { rows } = staff(1_000);
  const chain = ['anderson', 'andersen', 'andresen', 'andreasen', 'andreassen', 'anreassen'].map((last, at) => [
    'Kim',
    last,
    `${given[at]}${at * 7_919}@mail.com`,
    '',
    '',
    '',
  ]);
  const matching = matchRecords(tableOf([...rows, ...chain]));
  const joined = matching.clusters.find((cluster) => cluster.includes(1_000) && cluster.includes(1_005));
  expect(joined).toBeUndefined();
});

test('two files are linked: pairs reach from one to the other, each record to one', () => {
  const { rows, truth } = staff(2_000);
  const first = rows.flatMap((row, at) => (truth[at] === truth[at - 1] ? [] : [row]));
  const second = rows.flatMap((row, at) => (truth[at] === truth[at - 1] ? [row] : []));
  const matching = matchRecords(tableOf([...first, ...second]), first.length);
  const pairs = [...pairsOf(matching, first.length)];
  expect(pairs.every(({ left, right }) => left < first.length && right >= first.length)).toBe(true);
  expect(pairs.length / second.length).toBeGreaterThan(0.97);
  expect(new Set(pairs.map(({ right }) => right)).size).toBe(pairs.length);
});

test.each([0, 1, 2])('a table of %i rows has no groups', (count) => {
  const rows = staff(10)
    .rows.slice(0, count * 2)
    .filter((_, at) => at % 2 === 0);
  expect(matchRecords(tableOf(rows)).clusters).toEqual([]);
});

test('names of companies alone are enough to find the same ones', () => {
  const random = seededRandom(9);
  const word = () => Array.from({ length: 6 }, () => letters[Math.floor(random() * letters.length)]).join('');
  const names = Array.from({ length: 400 }, () => `${word()} ${word()}`);
  const rows = [
    ...names.map((name) => [`${name} Inc.`]),
    ...names.slice(0, 80).map((name) => [`${name.toUpperCase()} Ltd`]),
  ];
  const truth = [...names, ...names.slice(0, 80)];
  const found = accuracyOf(matchRecords(tableOf(rows, ['company'])).clusters, truth);
  expect(found.f1).toBeGreaterThan(0.95);
});
