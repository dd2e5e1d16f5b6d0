import { isAscii, isUtf8 } from 'node:buffer';
import type { CsvEncoding } from './dialect.ts';
import { decodeWindows1252, windows1252Character } from './windows-1252.ts';

/** A byte that is not UTF-8 inside a UTF-8 file: which character it became, and how many bytes too many that character would count for. */
export interface StrayByte {
  at: number;
  excess: number;
}

export interface Decoded {
  text: string;
  strays: StrayByte[];
}

const none: StrayByte[] = [];

/** Decodes whole characters; bytes that are not UTF-8 are read as Windows-1252, since files are often pasted together from both. */
export function decode(bytes: Buffer, encoding: CsvEncoding): Decoded {
  if (encoding === 'utf-16le') return { text: bytes.toString('utf16le'), strays: none };
  if (encoding === 'utf-16be') {
    const swapped = Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
    return { text: swapped.toString('utf16le'), strays: none };
  }
  if (encoding === 'windows-1252') return { text: decodeWindows1252(bytes), strays: none };
  if (isAscii(bytes)) return { text: bytes.toString('latin1'), strays: none };
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), strays: none };
  return decodeMixed(bytes);
}

/** How many bytes of the file the first `length` characters of `text` were. */
export function encodedLength(text: string, length: number, encoding: CsvEncoding, strays: StrayByte[]): number {
  if (encoding === 'windows-1252') return length;
  if (encoding !== 'utf-8') return length * 2;
  let bytes = Buffer.byteLength(text.slice(0, length));
  for (const stray of strays) {
    if (stray.at >= length) break;
    bytes -= stray.excess;
  }
  return bytes;
}

/** How many bytes at the end of a block belong to a character that goes on in the next one. */
export function incompleteTail(bytes: Buffer, encoding: CsvEncoding): number {
  if (encoding === 'windows-1252') return 0;
  if (encoding !== 'utf-8') return bytes.length % 2;
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

function decodeMixed(bytes: Buffer): Decoded {
  const parts: string[] = [];
  const strays: StrayByte[] = [];
  let length = 0;
  let validFrom = 0;
  let at = 0;
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  while (at < bytes.length) {
    const size = sequenceLength(bytes[at] ?? 0);
    if (size === 1 || (size > 0 && at + size <= bytes.length && isUtf8(bytes.subarray(at, at + size)))) {
      at += size;
      continue;
    }
    add(bytes.toString('utf8', validFrom, at));
    const character = windows1252Character(bytes[at] ?? 0);
    strays.push({ at: length, excess: Buffer.byteLength(character) - 1 });
    add(character);
    at++;
    validFrom = at;
  }
  add(bytes.toString('utf8', validFrom, at));
  return { text: parts.join(''), strays };
}

function sequenceLength(leadByte: number): number {
  if (leadByte < 0x80) return 1;
  if (leadByte >= 0xc2 && leadByte < 0xe0) return 2;
  if (leadByte >= 0xe0 && leadByte < 0xf0) return 3;
  if (leadByte >= 0xf0 && leadByte < 0xf5) return 4;
  return 0;
}
