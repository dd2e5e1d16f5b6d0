import { type Sql, sql } from '#platform/database';

/** An amount in minor units that is wanted in another currency by the rate of a day. */
export interface Conversion {
  minor: bigint;
  currency: string;
  /** As `2026-11-21`. */
  day: string;
}

/** Amounts in minor units of `to`, in the order they were given; undefined where no rate is known, or where it would be too large to keep. */
export async function convertAll(
  reader: Sql,
  conversions: readonly Conversion[],
  to: string,
): Promise<(bigint | undefined)[]> {
  const foreign = conversions.filter((one) => one.currency !== to);
  if (foreign.length === 0) return conversions.map((one) => one.minor);
  const columns = [
    foreign.map((one) => one.minor.toString()),
    foreign.map((one) => one.currency),
    foreign.map((one) => one.day),
  ];
  const rows = await reader.rows<{ place: number; minor: string | null }>(sql`
    select c.place, kith.convert_minor(c.minor, c.currency, ${to}, c.day)::text as minor
    from unnest(${columns[0]}::bigint[], ${columns[1]}::text[], ${columns[2]}::date[]) with ordinality as c(minor, currency, day, place)`);
  const found = new Map(rows.map((row) => [foreign[row.place - 1], row.minor]));
  return conversions.map((one) => {
    if (one.currency === to) return one.minor;
    const minor = found.get(one);
    return minor === null || minor === undefined ? undefined : BigInt(minor);
  });
}
