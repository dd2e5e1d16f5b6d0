import { type RawBuilder, sql } from 'kysely';
import type { Reach } from '#platform/database';
import { type ObjectType, reachName } from '#platform/fields';

/** With more owners than this, one walk through the whole list costs less than a look into the list of each. */
const mostOwnersListed = 20;
/** Counting needs no order, so it may look at many more. */
const mostOwnersCounted = 2000;

type Select = (condition: RawBuilder<unknown>) => RawBuilder<unknown>;

/**
 * What an actor who does not reach everything reaches of a kind, in parts that an index answers each: of every owner, without an owner, in
 * the territories, shared. A record is in one part only. `select` makes the query of a part of its condition on `t`. Undefined where the
 * list is better read as a whole: the policies of the table keep out the rest either way.
 */
export function reachedParts(
  object: ObjectType,
  reach: Reach | undefined,
  use: 'list' | 'count',
  select: Select,
): RawBuilder<unknown> | undefined {
  const kind = reachName(object);
  const level = reach?.read[kind];
  if (!reach || !object.owned || reach.maker || (level !== 'own' && level !== 'team')) return undefined;
  const owners = reach.owners[level];
  if (owners.length > (use === 'list' ? mostOwnersListed : mostOwnersCounted)) return undefined;
  const unowned = level === 'team' && reach.unowned;
  const others = unowned
    ? sql`t.owner_id is not null and t.owner_id <> all(${owners}::uuid[])`
    : sql`(t.owner_id is null or t.owner_id <> all(${owners}::uuid[]))`;
  const shared = sql`any(array(select kith.reached_shares(${kind}, 'read')))`;
  const parts = [
    sql`(select part.* from unnest(${owners}::uuid[]) owner(id) cross join lateral (${select(sql`t.owner_id = owner.id`)}) part)`,
    sql`(${select(sql`t.id = ${shared} and ${others}`)})`,
  ];
  if (unowned) parts.push(sql`(${select(sql`t.owner_id is null`)})`);
  if (object.fields.has('territoryId')) {
    const here = sql`t.territory_id = any(array(select kith.reached_territories(${kind}, 'read')))`;
    parts.push(sql`(${select(sql`${here} and ${others} and not t.id = ${shared}`)})`);
  }
  return sql.join(parts, sql` union all `);
}
