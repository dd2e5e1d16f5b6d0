import { incompleteTail } from './decoder.ts';
import type { CsvEncoding } from './dialect.ts';

const smallestBlock = 64 * 1024;
const largestBlock = 256 * 1024;

/** Cuts a stream into blocks of 64 to 256 kB that end between characters, whatever pieces it comes in. The first `skip` bytes are left out. */
export async function* blocksOf(
  stream: AsyncIterable<Uint8Array>,
  encoding: CsvEncoding,
  skip: number,
): AsyncIterable<Buffer> {
  let pieces: Buffer[] = [];
  let waiting = 0;
  let toSkip = skip;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const skipped = Math.min(toSkip, bytes.length);
    toSkip -= skipped;
    for (let at = skipped; at < bytes.length; at += largestBlock) {
      const piece = bytes.subarray(at, at + largestBlock);
      pieces.push(piece);
      waiting += piece.length;
      if (waiting < smallestBlock) continue;
      const block = pieces.length === 1 ? piece : Buffer.concat(pieces);
      const tail = incompleteTail(block, encoding);
      if (block.length > tail) yield block.subarray(0, block.length - tail);
      pieces = tail > 0 ? [Buffer.from(block.subarray(block.length - tail))] : [];
      waiting = tail;
    }
  }
  if (waiting > 0) yield Buffer.concat(pieces);
}
