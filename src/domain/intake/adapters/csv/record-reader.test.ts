import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CsvDialect } from './dialect.ts';
import { RecordReader } from './record-reader.ts';

const plain: CsvDialect = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  backslash: false,
  lineEnding: '\n',
  header: true,
};

function rowsOf(text: string, dialect: Partial<CsvDialect> = {}, columns = 2): (string[] | string)[] {
  const reader = new RecordReader({ ...plain, ...dialect }, columns);
  reader.feed(text);
  const rows: (string[] | string)[] = [];
  for (let outcome = reader.read(true); outcome !== 'more'; outcome = reader.read(true)) {
    rows.push(outcome === 'row' ? reader.cells : reader.reason);
  }
  return rows;
}

test('quotes, doubled quotes, line ends and delimiters inside quotes belong to the cell', () => {
  expect(rowsOf('"a ""b"" c","d,\ne"\nf,""\n')).toEqual([
    ['a "b" c', 'd,\ne'],
    ['f', ''],
  ]);
});

test('Windows line ends are not part of a cell, and mixed ones are understood', () => {
  expect(rowsOf('a,b\r\n"c",d\n"e","f"\r\n', { lineEnding: '\r\n' })).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
  ]);
});

test('old Mac line ends are understood', () => {
  expect(rowsOf('a,b\r"c","d"\re,f', { lineEnding: '\r' })).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
  ]);
});

test('a quote in the middle of a cell is a character like any other', () => {
  expect(rowsOf('5" pipe,37\'8"N\n')).toEqual([['5" pipe', '37\'8"N']]);
});

test('quotes inside quotes that were not doubled are kept', () => {
  expect(rowsOf('"Ana "the boss" Silva",x\n')).toEqual([['Ana "the boss" Silva', 'x']]);
});

test('text behind a closing quote is kept', () => {
  expect(rowsOf('"ACME" Ltd,x\n"a" , "b"\n')).toEqual([
    ['ACME Ltd', 'x'],
    ['a', 'b'],
  ]);
});

test('a quote after spaces opens a quoted cell', () => {
  expect(rowsOf('1, "x, y"\n2,  z\n')).toEqual([
    ['1', 'x, y'],
    ['2', '  z'],
  ]);
});

test('a backslash escapes a quote where the file does so', () => {
  expect(rowsOf('"say \\"hi\\"",C:\\\\x\n"b\\\\",c\n', { backslash: true })).toEqual([
    ['say "hi"', 'C:\\\\x'],
    ['b\\', 'c'],
  ]);
});

test('blank lines and rows of nothing but delimiters are no rows', () => {
  expect(rowsOf('\n\na,b\n,\n\r\nc,d\n\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('an unclosed quote costs its own line only', () => {
  expect(rowsOf('"a,1\n"b",2\nc,3\n')).toEqual([expect.stringContaining('never closed'), ['b', '2'], ['c', '3']]);
  expect(rowsOf('"a,1\nb,2\nc,3\n')).toEqual([expect.stringContaining('never closed'), ['b', '2'], ['c', '3']]);
});

test('a file that was cut inside a quoted cell loses that row only', () => {
  expect(rowsOf('a,1\n"b\nis long\nand goes on', {})).toEqual([['a', '1'], expect.stringContaining('cut off')]);
});

test('a row of too many cells is refused and the next one is read', () => {
  expect(rowsOf(`${','.repeat(5_000)}x\na,b\n`)).toEqual([expect.stringContaining('2000 cells'), ['a', 'b']]);
});

test('an endless line is not kept in memory', () => {
  const reader = new RecordReader(plain, 2);
  const outcomes: string[] = [];
  for (let block = 0; block < 100; block++) {
    reader.feed('x'.repeat(100_000));
    for (let outcome = reader.read(false); outcome !== 'more'; outcome = reader.read(false)) outcomes.push(outcome);
    expect(reader.text.length).toBeLessThan(1_300_000);
  }
  reader.feed('\na,b\n');
  expect(reader.read(false)).toBe('row');
  expect(outcomes).toEqual(['unreadable']);
});

test('a quote that is never closed does not fill the memory', () => {
  const reader = new RecordReader(plain, 2);
  const rows = `${'a,b\n'.repeat(25_000)}`;
  reader.feed('"x,y\n');
  let unreadable = 0;
  for (let block = 0; block < 30; block++) {
    reader.feed(rows);
    for (let outcome = reader.read(false); outcome !== 'more'; outcome = reader.read(false)) {
      if (outcome === 'unreadable') unreadable++;
    }
    expect(reader.text.length).toBeLessThan(1_300_000);
  }
  expect(unreadable).toBe(1);
});

test('what is written by the rules of RFC 4180 is read back, however the text is cut', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', 'é', "'") });
  const filled = cell.map((text) => `x${text}`);
  fc.assert(
    fc.property(fc.array(fc.tuple(filled, cell), { maxLength: 5 }), fc.integer({ min: 1, max: 7 }), (rows, size) => {
      const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n');
      const reader = new RecordReader(plain, 2);
      const read: string[][] = [];
      for (let at = 0; at < text.length; at += size) {
        reader.feed(text.slice(at, at + size));
        while (reader.read(false) === 'row') read.push(reader.cells);
      }
      while (reader.read(true) === 'row') read.push(reader.cells);
      expect(read).toEqual(rows);
    }),
  );
});

test('no text whatever makes the reader fail or stand still', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '\\', '\0') });
  fc.assert(
    fc.property(text, fc.boolean(), (value, backslash) => {
      expect(rowsOf(value, { backslash }).length).toBeLessThanOrEqual(value.length);
    }),
  );
});

test.each(['"a', '"a,', '",', '" ', '\\"', ' "'])('a line full of %j takes no time', (piece) => {
  const startMs = performance.now();
  rowsOf(`"${piece.repeat(300_000)}",x\n"${piece.repeat(300_000)}`);
  rowsOf(`"${piece.repeat(300_000)}",x\n`, { backslash: true });
  expect(performance.now() - startMs).toBeLessThan(15_000);
});

test('rows are the same however the text is cut', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ',', ',', '"', '"', '\n', '\r\n', '\r', ' ', '\\'),
    maxLength: 60,
  });
  const dialects = fc.record({ backslash: fc.boolean(), lineEnding: fc.constantFrom('\n' as const, '\r' as const) });
  const outcomesOf = (value: string, size: number, dialect: Partial<CsvDialect>) => {
    const reader = new RecordReader({ ...plain, ...dialect }, 2);
    const outcomes: unknown[] = [];
    const readAll = (final: boolean) => {
      for (let outcome = reader.read(final); outcome !== 'more'; outcome = reader.read(final)) {
        outcomes.push([outcome === 'row' ? reader.cells : reader.reason, reader.startLine]);
      }
    };
    for (let at = 0; at < value.length; at += size) {
      reader.feed(value.slice(at, at + size));
      readAll(false);
    }
    readAll(true);
    return outcomes;
  };
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 5 }), dialects, (value, size, dialect) => {
      expect(outcomesOf(value, size, dialect)).toEqual(outcomesOf(value, value.length || 1, dialect));
    }),
    { numRuns: 3_000 },
  );
});
