import { isUtf8 } from 'node:buffer';
import { incompleteTail } from './decoder.ts';
import type { CsvEncoding } from './dialect.ts';

export interface FoundEncoding {
  encoding: CsvEncoding;
  /** How many bytes the byte order mark takes. */
  markBytes: number;
}

/** Finds the encoding by its byte order mark, then by the zero bytes of UTF-16, then by whether all is UTF-8; otherwise it is Windows-1252. */
export function findEncoding(first: Buffer): FoundEncoding {
  if (first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (first[0] === 0xff && first[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (first[0] === 0xfe && first[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  const wide = wideWithoutMark(first);
  if (wide) return { encoding: wide, markBytes: 0 };
  const whole = first.subarray(0, first.length - incompleteTail(first, 'utf-8'));
  return { encoding: isUtf8(whole) ? 'utf-8' : 'windows-1252', markBytes: 0 };
}

/** UTF-16 of a mostly Latin text has a zero in every second byte: the even ones in big endian, the odd ones in little endian. */
function wideWithoutMark(first: Buffer): CsvEncoding | undefined {
  const looked = Math.min(first.length, 4096) & ~1;
  if (looked < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked; at += 2) {
    if (first[at] === 0) even++;
    if (first[at + 1] === 0) odd++;
  }
  const half = looked / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return undefined;
}
