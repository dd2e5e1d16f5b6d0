/** Regroups a stream into parts of `partBytes`, the last one shorter; an empty stream has one empty part. */
export async function* inParts(content: AsyncIterable<Uint8Array>, partBytes: number): AsyncGenerator<Buffer> {
  let part = Buffer.allocUnsafe(partBytes);
  let filled = 0;
  let yielded = false;
  for await (const chunk of content) {
    for (let at = 0; at < chunk.length; ) {
      if (filled === partBytes) {
        yield part;
        yielded = true;
        part = Buffer.allocUnsafe(partBytes);
        filled = 0;
      }
      const taken = Math.min(chunk.length - at, partBytes - filled);
      part.set(chunk.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  if (filled > 0 || !yielded) yield part.subarray(0, filled);
}
