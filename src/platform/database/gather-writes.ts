import type { Writable } from 'node:stream';
import type pg from 'pg';

/**
 * Lets all that is sent to the database within one turn of the event loop leave in one write. Each write wakes the process at the other
 * end, which can take longer than the statement itself: an update sends ten statements, and most of them follow one another at once.
 */
export function gatherWrites(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
