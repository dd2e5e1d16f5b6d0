import { type Sql, sql, type Transaction } from '#platform/database';
import type { Likeness } from '../rules/pairs.ts';
import { inOrder } from './in-order.ts';

export interface ContactIdentity {
  id: string;
  firstName: string | null;
  lastName: string | null;
  accountId: string | null;
}

/** One contact by its id, as a lateral part of a query that is read in order. */
const contactWith = (
  id: string,
) => sql`select contact_id, first_name, last_name, account_id from report_contact_identities
  where workspace_id = kith.workspace_id() and contact_id >= ${sql.ref(id)} and contact_id <= ${sql.ref(id)} order by contact_id offset 0`;

/** Who these contacts are; deleted ones are absent. */
export function identitiesOf(tx: Transaction, ids: readonly string[]): Promise<ContactIdentity[]> {
  const query = sql<ContactIdentity>`select i.contact_id as id, i.first_name as "firstName", i.last_name as "lastName", i.account_id as "accountId"
    from unnest(${ids}::uuid[]) as wanted(id)
    cross join lateral (${contactWith('wanted.id')}) i`;
  return inOrder(tx, query);
}

/** Keeps one key a record, for those that have one now; the others keep none. */
export async function keepKeys(
  tx: Transaction,
  object: string,
  ids: readonly string[],
  keys: ReadonlyMap<string, string>,
): Promise<void> {
  await tx.rows(
    sql`delete from duplicate_keys where workspace_id = kith.workspace_id() and record_id = any(${ids}::uuid[])`,
  );
  if (keys.size === 0) return;
  await tx.rows(sql`insert into duplicate_keys (object, key, record_id)
    select ${object}::text, key, id from unnest(${[...keys.keys()]}::uuid[], ${[...keys.values()]}::uuid[]) as k(id, key)
    on conflict do nothing`);
}

/** Others with the key of these records. A key that more than `most` have says nothing: it finds nobody. */
export function withSameKey(
  reader: Sql,
  object: string,
  keys: ReadonlyMap<string, string>,
  most: number,
): Promise<Likeness[]> {
  return reader.rows<Likeness>(sql`
    with wanted as (select distinct key from unnest(${[...keys.values()]}::uuid[]) as k(key)),
    holders as (
      select w.key, h.ids from wanted w cross join lateral (
        select array_agg(record_id) as ids from (
          select record_id from duplicate_keys
          where workspace_id = kith.workspace_id() and object = ${object} and key = w.key limit ${most + 1}
        ) few
      ) h where cardinality(h.ids) between 2 and ${most}
    )
    select o.id as "recordId", other as "otherId", 'nameAndCompany' as reason
    from unnest(${[...keys.keys()]}::uuid[], ${[...keys.values()]}::uuid[]) as o(id, key)
    join holders using (key) cross join lateral unnest(holders.ids) other where other <> o.id`);
}

/** Others with an address or number of these contacts. One that more than `most` have says nothing: it finds nobody. */
export function withSamePoint(tx: Transaction, ids: readonly string[], most: number): Promise<Likeness[]> {
  const query = sql<Likeness>`
    with own as (
      select p.contact_id, p.kind, p.key, p.is_shared from unnest(${ids}::uuid[]) as wanted(id)
      cross join lateral (
        select contact_id, kind, key, is_shared from report_contact_points
        where workspace_id = kith.workspace_id() and contact_id = wanted.id offset 0
      ) p
    ),
    holders as (
      select w.kind, w.key, h.ids from (select distinct kind, key from own) w cross join lateral (
        select array_agg(contact_id) as ids from (
          select contact_id from report_contact_points
          where workspace_id = kith.workspace_id() and kind = w.kind and key = w.key limit ${most + 1}
        ) few
      ) h where cardinality(h.ids) between 2 and ${most}
    )
    select own.contact_id as "recordId", i.contact_id as "otherId",
      case when own.kind = 'phone' then 'phone' when own.is_shared then 'roleEmail' else 'email' end as reason
    from own join holders using (kind, key) cross join lateral unnest(holders.ids) as other(id)
    cross join lateral (${contactWith('other.id')}) i
    where i.contact_id <> own.contact_id`;
  return inOrder(tx, query);
}
