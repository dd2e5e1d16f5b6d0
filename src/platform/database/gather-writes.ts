import type { Writable } from 'node:stream';
import type pg from 'pg';

const gathering = new WeakSet<Writable>();
/** What is larger than this, in bytes, takes the other end longer than being woken does. */
const large = 64 * 1024;

const streamOf = (client: pg.PoolClient): Writable =>
  (client as unknown as { connection: { stream: Writable } }).connection.stream;

/**
 * Lets all that is sent to the database within one turn of the event loop leave in one write. Each write wakes the process at the other
 * end, which can take longer than the statement itself: an update sends ten statements, and most of them follow one another at once.
 */
export function gatherWrites(client: pg.PoolClient): void {
  const stream = streamOf(client);
  if (gathering.has(stream)) return;
  gathering.add(stream);
  stream.cork();
  process.nextTick(() => {
    gathering.delete(stream);
    stream.uncork();
  });
}

/** Lets go what has grown large: the database begins with it while the rest is made up. */
export function letLargeGo(client: pg.PoolClient): void {
  const stream = streamOf(client);
  if (!gathering.has(stream) || stream.writableLength < large) return;
  stream.uncork();
  stream.cork();
}
