import { expect, test } from 'vitest';
import { bytesOf, piecesOf, readFile } from './csv-fixture.ts';
import { csvAdapter } from './index.ts';

const people = 'name,note\nAna,"süß\nand ""more"""\nBjörn,x\n日本,\n';
const peopleRows = [
  ['Ana', 'süß\nand "more"'],
  ['Björn', 'x'],
  ['日本', ''],
];

function utf16be(text: string): Buffer {
  return bytesOf(text, 'utf16le').swap16();
}

test.each([
  ['UTF-8', bytesOf(people)],
  ['UTF-8 with a byte order mark', bytesOf(`\ufeff${people}`)],
  ['UTF-16LE', bytesOf(`\ufeff${people}`, 'utf16le')],
  ['UTF-16BE', utf16be(`\ufeff${people}`)],
  ['UTF-16LE without a mark', bytesOf(people, 'utf16le')],
])('%s is read, even byte by byte', async (_name, bytes) => {
  for (const pieceBytes of [1, 3, 1_000]) expect((await readFile(bytes, { pieceBytes })).rows).toEqual(peopleRows);
});

test('Latin-1 and Windows-1252 are read', async () => {
  const bytes = Buffer.concat([bytesOf('name,note\nBj\xf6rn,', 'latin1'), Buffer.from([0x80, 0x0a])]);
  expect((await readFile(bytes)).rows).toEqual([['Björn', '€']]);
});

test('a stray Latin-1 byte in a UTF-8 file becomes its letter', async () => {
  const before = bytesOf(`name,note\n${'é,ü\n'.repeat(70_000)}`);
  const bytes = Buffer.concat([before, bytesOf('Bj\xf6rn,\xe9\n', 'latin1'), bytesOf('Zoë,x\n')]);
  const { rows, batches } = await readFile(bytes);
  expect(rows.slice(-2)).toEqual([
    ['Björn', 'é'],
    ['Zoë', 'x'],
  ]);
  expect(batches.at(-1)?.next.byte).toBe(bytes.length);
});

test.each(['utf8', 'utf16le', 'latin1'] as const)('reading resumes at any batch in %s', async (encoding) => {
  const text = `name,note\n${Array.from({ length: 50 }, (_, row) => `Bjö${row},"a\nü"\n\n"broken,${row}\n`).join('')}`;
  const bytes = bytesOf(encoding === 'utf16le' ? `\ufeff${text}` : text, encoding);
  const { batches } = await readFile(bytes, { batchRows: 7, pieceBytes: 11 });
  for (const [index, { next }] of batches.entries()) {
    const rest = await readFile(bytes, { batchRows: 7, from: next, streamByte: next.byte });
    expect(rest.batches).toEqual(batches.slice(index + 1));
    expect((await readFile(bytes, { batchRows: 7, from: next })).batches).toEqual(rest.batches);
  }
});

test('rows are numbered without the header and broken ones count', async () => {
  const { batches, unreadable } = await readFile('a,b\n1,2\n\n"x,3\n"y",4\n5,6\n');
  expect(batches[0]?.numbers).toEqual([1, 3, 4]);
  expect(unreadable).toMatchObject([{ row: 2, line: 4, text: '"x,3' }]);
});

test('short rows are filled, surplus cells are kept, empty surplus is dropped', async () => {
  const { rows, unreadable } = await readFile('a,b,c\n1\n1,2,3,4,5\n1,2,3,,\n9,9\n');
  expect(rows).toEqual([
    ['1', '', ''],
    ['1', '2', '3', '4', '5'],
    ['1', '2', '3'],
    ['9', '9', ''],
  ]);
  expect(unreadable).toEqual([]);
});

test('a file that was cut in the middle of a row loses that row only', async () => {
  const { rows, unreadable } = await readFile('a,b,c\n1,2,3\n4,5,6\n7,8');
  expect(rows).toHaveLength(2);
  expect(unreadable).toMatchObject([{ row: 3, reason: expect.stringContaining('after 2 of 3 cells') }]);
});

test('a short last row is accepted in a file of short rows', async () => {
  expect((await readFile('a,b,c\n1,2,3\n4\n5,6,7\n7,8')).unreadable).toEqual([]);
});

test('NUL bytes far down cost their row only', async () => {
  const { rows, unreadable } = await readFile(`a,b\n${'1,2\n'.repeat(80_000)}x\0,y\n3,4\n`);
  expect(rows).toHaveLength(80_001);
  expect(unreadable).toMatchObject([{ row: 80_001, reason: expect.stringContaining('NUL') }]);
});

test('a line of a gigabyte costs its row only, and memory stays flat', async () => {
  const piece = Buffer.alloc(1_000_000, 'x');
  async function* file() {
    yield bytesOf('a,b\n1,2\n"');
    for (let megabyte = 0; megabyte < 1_000; megabyte++) yield piece;
    yield bytesOf('\n3,4\n');
  }
  const { dialect, start } = csvAdapter.sniff(bytesOf('a,b\n1,2\n'));
  const before = process.memoryUsage().rss;
  const rows: string[][] = [];
  for await (const batch of csvAdapter.openSource(file(), { dialect, columns: 2, from: start }))
    rows.push(...batch.rows);
  expect(rows).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
});

test('batches of enormous rows end early', async () => {
  const { batches } = await readFile(`a,b\n1,2\n${`${'x'.repeat(900_000)},y\n`.repeat(12)}`);
  expect(batches.length).toBeGreaterThan(2);
});

test('a source that breaks off with an error says so', async () => {
  async function* broken() {
    yield* piecesOf(bytesOf('a,b\n1,2\n'), 100);
    throw new Error('connection lost');
  }
  const { dialect, start } = csvAdapter.sniff(bytesOf('a,b\n1,2\n'));
  const read = async () => {
    for await (const batch of csvAdapter.openSource(broken(), { dialect, columns: 2, from: start })) void batch;
  };
  await expect(read()).rejects.toThrow('connection lost');
});
