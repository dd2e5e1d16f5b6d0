import { expect, test } from 'vitest';
import { contentTypeOf } from './content-type.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const zip = (...names: string[]) => bytes('PK\x03\x04', ...names);

test.each([
  ['%PDF-1.7\n', 'x.txt', 'application/pdf'],
  [bytes([0x89], 'PNG\r\n\x1a\n', [0, 0]), 'x.exe', 'image/png'],
  [bytes([0xff, 0xd8, 0xff, 0xe0]), 'x', 'image/jpeg'],
  ['GIF89a', 'x', 'image/gif'],
  [bytes('RIFF', [1, 2, 3, 4], 'WEBP'), 'x', 'image/webp'],
  [bytes('RIFF', [1, 2, 3, 4], 'WAVE'), 'x', 'audio/wav'],
  [bytes([0, 0, 0, 24], 'ftypheic'), 'x', 'image/heic'],
  [bytes([0, 0, 0, 24], 'ftypisom'), 'x', 'video/mp4'],
  [
    zip('[Content_Types].xml', 'word/document.xml'),
    'x',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    zip('[Content_Types].xml', 'xl/workbook.xml'),
    'x',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  [zip('mimetypeapplication/vnd.oasis.opendocument.text'), 'x', 'application/vnd.oasis.opendocument.text'],
  [zip('bomb.bin'), 'contract.docx', 'application/zip'],
  [zip('word/fake'), 'x', 'application/zip'],
  [bytes('MZ', [0x90, 0]), 'invoice.pdf', 'application/vnd.microsoft.portable-executable'],
  ['\x7fELF', 'photo.png', 'application/x-elf'],
  ['just words', 'page.html', 'text/plain'],
  ['a,b\n1,2', 'table.CSV', 'text/csv'],
  ['{"a":1}', 'x.json', 'application/json'],
  ['<!DOCTYPE html><p>', 'x.txt', 'text/html'],
  ['  \n<script>alert(1)</script>', 'x.png', 'text/html'],
  ['<?xml version="1.0"?><svg onload="x">', 'x.png', 'image/svg+xml'],
  ['<?xml version="1.0"?><a/>', 'x', 'application/xml'],
  [Buffer.from('Grüße, 日本'), 'x.txt', 'text/plain'],
  [bytes('Gr', [0xfc], 'n'), 'x.txt', 'text/plain'],
  [bytes([0xff, 0xfe], 'a\0b\0'), 'x.txt', 'text/plain'],
  [bytes([1, 2, 3]), 'x.txt', 'application/octet-stream'],
  ['', 'nothing.pdf', 'application/octet-stream'],
])('%j named %s is %s', (head, name, type) => {
  expect(contentTypeOf(Buffer.from(head as string), name)).toBe(type);
});

test('a text that is cut within a character is still one', () => {
  const text = Buffer.from('日'.repeat(2000)).subarray(0, 4096);
  expect(contentTypeOf(text, 'x.md')).toBe('text/markdown');
});
