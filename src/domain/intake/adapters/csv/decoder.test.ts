import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encodedLength, incompleteTail } from './decoder.ts';

const encodings = fc.constantFrom('utf-8' as const, 'windows-1252' as const);

test('any bytes decode, and their number is known again from the text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), encodings, (bytes, encoding) => {
      const { text, strays } = decode(Buffer.from(bytes), encoding);
      expect(encodedLength(text, text.length, encoding, strays)).toBe(bytes.length);
    }),
  );
});

test('a text cut between bytes is put together again at its characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(100), (text, at) => {
      const bytes = Buffer.from(text);
      const first = bytes.subarray(0, Math.min(at, bytes.length));
      const cut = first.length - incompleteTail(first, 'utf-8');
      expect(decode(bytes.subarray(0, cut), 'utf-8').text + decode(bytes.subarray(cut), 'utf-8').text).toBe(text);
    }),
  );
});

test('Windows-1252 has its own characters where Latin-1 has none', () => {
  expect(decode(Buffer.from([0x80, 0x93, 0xe9, 0x94]), 'windows-1252').text).toBe('€“é”');
});

test('an odd byte at the end of UTF-16 is no reason to fail', () => {
  expect(decode(Buffer.from([0x00, 0x61, 0x00]), 'utf-16be').text).toBe('a');
});
