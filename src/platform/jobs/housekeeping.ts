import { type Database, sql } from '#platform/database';

const hourMs = 3_600_000;
const firstAfterMs = 60_000;

/** Removes what is kept for a time only: answers to writes with an idempotency key, after 24 hours. Answers how many went. */
export async function keepHouse(database: Database): Promise<number> {
  const row = await database.system.first<{ gone: number }>(
    sql`select kith.delete_old_idempotency_keys(now() - interval '24 hours') as gone`,
  );
  return row?.gone ?? 0;
}

/** Keeps house a minute after the start and every hour; that several processes do it harms nobody. */
export function keepHouseHourly(database: Database, onError: (error: unknown) => void): { stop(): void } {
  const keep = () => void keepHouse(database).catch(onError);
  const first = setTimeout(keep, firstAfterMs).unref();
  const hourly = setInterval(keep, hourMs).unref();
  return {
    stop() {
      clearTimeout(first);
      clearInterval(hourly);
    },
  };
}
