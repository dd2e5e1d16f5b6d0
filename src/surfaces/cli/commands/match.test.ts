import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { refusalOf } from '#surfaces/local';
import { runCli } from '../run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'kith-match-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function kith(...words: string[]) {
  let [out, notes] = ['', ''];
  const code = await runCli(['match', ...words], {
    terminal: {
      async out(text) {
        out += String(text);
      },
      note(text) {
        notes += text;
      },
      width: undefined,
      isLive: false,
      async *input() {},
    },
    version: '1.2.3',
    processes: {},
    openHost: () => Promise.reject(new Error('Matching needs no server.')),
    refusalOf,
  });
  return { code, out, notes };
}

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const person = (at: number) =>
  `Given${at * 7919}, Family${at * 104_729},person${at * 31}@example.com,${String(at).padStart(4, '0')}`;
const lines = Array.from({ length: 300 }, (_, at) => `a${at},${person(at % 200)}`);
const people = file('people.csv', `key,first name,last name,email,person\n${lines.join('\n')}\n`);
const pairsPath = join(folder, 'pairs.csv');

test('pairs are written with their ids, probability and reasons, and measured by the truth', async () => {
  const ran = await kith(people, '--id', 'key', '--truth', 'person', '--out', pairsPath);
  expect(ran).toMatchObject({ code: 0, notes: '' });
  expect(ran.out).toMatch(/^100 pairs in 100 groups$/m);
  expect(ran.out).toMatch(/^precision 1\.0000 {2}recall 1\.0000 {2}F1 1\.0000 {2}B-cubed 1\.0000$/m);
  expect(ran.out).toMatch(/^\d+\.\d seconds$/m);
  expect(ran.out).not.toContain('person (');
  const [header, ...rows] = readFileSync(pairsPath, 'utf8').trim().split('\n');
  expect(header).toBe('left,right,probability,reasons');
  expect(rows).toHaveLength(100);
  expect(rows.find((row) => row.startsWith('a7,'))).toMatch(/^a7,a207,(1\.0+|0\.9\d+),.*email equal \+\d+\.\d/);
});

test('two files are linked, whatever their columns are called', async () => {
  const others = lines.slice(50, 120).map((line) => line.replace(/^a(\d+),(.*),(.*),(.*),(.*)$/, '$4,b$1,$2,$3,$5'));
  const second = file('others.csv', `Correo;nr;Vorname;Nachname;person\n${others.join('\n').replaceAll(',', ';')}\n`);
  const ran = await kith(
    people,
    '--id',
    'key',
    '--against',
    second,
    '--against-id',
    'nr',
    '--truth',
    'person',
    '--json',
  );
  expect(JSON.parse(ran.out)).toMatchObject({ records: 370, precision: 1, recall: 1 });
});

test.each([
  [[people], 2, '--id is missing'],
  [[people, '--id', 'kay'], 2, "There is no column 'kay' in"],
  [[people, '--id', 'kay'], 2, "Did you mean 'key'?"],
  [[people, '--id', 'person'], 2, "The id '0000' stands twice in"],
  [[people, '--id', 'key', '--truth', 'nothing'], 2, "There is no column 'nothing'"],
  [[people, '--id', 'key', '--against', '/no/such.csv'], 2, 'There is no file /no/such.csv'],
  [[file('one.csv', 'id\n1\n2\n'), '--id', 'id'], 2, 'has no column to match by'],
  [[file('book.xlsx', 'PK\u0003\u0004'), '--id', 'id'], 1, 'not a CSV file'],
  [[file('empty.csv', ''), '--id', 'id'], 1, 'empty'],
  [[file('gap.csv', 'id,name\n1,Ana\n,Bo\n'), '--id', 'id'], 2, 'Row 2 of'],
])('%j ends with %i and says why', async (words, code, note) => {
  const ran = await kith(...(words as string[]));
  expect(ran).toMatchObject({ code, out: '' });
  expect(ran.notes).toContain(note);
});
