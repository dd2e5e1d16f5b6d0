import { expect, test } from 'vitest';
import { bytesOf } from './csv-fixture.ts';
import { sniff } from './sniff.ts';

test.each([
  [',', 'name,email\nAna,ana@x.com\n'],
  [';', 'name;amount\nAna;1,50\nBob;2,75\n'],
  ['\t', 'name\temail\nAna, Dr.\tana@x.com\n'],
  ['|', 'name|email\nAna|ana@x.com\n'],
])('the delimiter %j is found', (delimiter, text) => {
  expect(sniff(bytesOf(text)).dialect.delimiter).toBe(delimiter);
});

test('a quoted header with other delimiters inside does not mislead', () => {
  expect(sniff(bytesOf('"Name, full";"E;mail"\n"Silva, Ana";a@x.com\n')).columns).toEqual(['Name, full', 'E;mail']);
});

test('a file of one column is a file', () => {
  const { columns, sample } = sniff(bytesOf('email\nana@x.com\nbob@x.com\n'));
  expect([columns, sample]).toEqual([['email'], [['ana@x.com'], ['bob@x.com']]]);
});

test("Excel's separator line is obeyed and is no row", () => {
  const { dialect, columns, start } = sniff(bytesOf('sep=;\r\na;b\r\n1;2\r\n'));
  expect([dialect.delimiter, columns, start.byte, start.line]).toEqual([';', ['a', 'b'], 12, 3]);
});

test('single quotes are quotes only when they wrap cells', () => {
  expect(sniff(bytesOf("a,b\n'x, y','z'\n'q','r'\n")).dialect.quote).toBe("'");
  expect(sniff(bytesOf("a,b\nO'Neil,D'Angelo\n")).dialect.quote).toBe('"');
});

test('backslash escapes are noticed', () => {
  expect(sniff(bytesOf('a,b\n"say \\"hi\\" now",2\n')).dialect.backslash).toBe(true);
  expect(sniff(bytesOf('a,b\n"C:\\dir\\","x ""y"" z"\n')).dialect.backslash).toBe(false);
});

test('a first row of values is no header', () => {
  const { columns, sample, start } = sniff(bytesOf('Ana,ana@x.com,34\nBob,bob@x.com,41\n'));
  expect(columns).toEqual(['Column 1', 'Column 2', 'Column 3']);
  expect(sample).toHaveLength(2);
  expect(start.byte).toBe(0);
});

test('years and lonely numbers in a header do not make it a row', () => {
  expect(sniff(bytesOf('company,2023,2024\nACME,100,200\n')).dialect.header).toBe(true);
});

test('columns have unique names that are never empty', () => {
  const { columns, notices } = sniff(bytesOf('\ufeffEmail, email ,,EMAIL,Email (2)\na,b,c,d,e\n'));
  expect(columns).toEqual(['Email', 'email (2)', 'Column 3', 'EMAIL (3)', 'Email (2) (2)']);
  expect(notices).toHaveLength(3);
});

test.each([
  ['a PNG image', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a PDF document', bytesOf('%PDF-1.7\n1 0 obj')],
  ['an Excel workbook', Buffer.concat([Buffer.from('504b0304', 'hex'), bytesOf('....xl/workbook.xml')])],
  ['a ZIP archive', Buffer.from('504b030414000000', 'hex')],
  ['an HTML page', bytesOf('<!DOCTYPE html><html></html>')],
  ['a JSON document', bytesOf('[{"name": "Ana"}]')],
  ['a vCard address book', bytesOf('BEGIN:VCARD\nVERSION:3.0\n')],
])('%s is recognised and refused', (kind, bytes) => {
  expect(() => sniff(bytes)).toThrow(`This is ${kind}`);
});

test.each([
  ['is empty', ''],
  ['is empty', '\ufeff \n\n'],
  ['no rows below', 'name,email\n'],
  ['NUL bytes', 'name,email\nAna\0,x\n'],
  ['2000 columns', `${'a,'.repeat(10_000)}b\n1\n`],
  ['cannot be read', '"name,email\nAna,x\n'],
])('a file that %s is refused', (reason, text) => {
  expect(() => sniff(bytesOf(text))).toThrow(reason);
});

test('a first line without an end is refused without looking further', () => {
  expect(() => sniff(Buffer.alloc(256 * 1024, 'x'))).toThrow('longer than 256 kB');
});

test('noise is refused as a binary file', () => {
  const noise = Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 73 + 41) % 255 || 1));
  expect(() => sniff(noise)).toThrow('binary');
});
