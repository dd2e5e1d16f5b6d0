import { type Sql, sql } from '#platform/database';

/** What leads need to know of a contact. */
export interface ContactFacts {
  id: string;
  name: string;
  firstName: string | null;
  lastName: string | null;
  accountId: string | null;
  score: number;
  tier: string;
}

/** Contacts by their ids; those that are deleted or not there are left out. Written so that it can only be index look-ups. */
export async function contactFacts(reader: Sql, ids: readonly string[]): Promise<Map<string, ContactFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<ContactFacts>(sql`
    select f.contact_id as id, n.name, n.first_name as "firstName", n.last_name as "lastName", f.account_id as "accountId", f.lead_score as score, f.score_tier as tier
    from unnest(${ids}::uuid[]) as wanted(id)
    cross join lateral (
      select contact_id, account_id, lead_score, score_tier from report_contacts_firmographics
      where workspace_id = kith.workspace_id() and contact_id = wanted.id offset 0
    ) f
    cross join lateral (
      select name, first_name, last_name from report_contact_identities
      where workspace_id = kith.workspace_id() and contact_id = wanted.id offset 0
    ) n`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which of these accounts are there. */
export async function accountsThere(reader: Sql, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader.rows<{ id: string }>(sql`select account_id as id from report_accounts
    where workspace_id = kith.workspace_id() and account_id = any(${ids}::uuid[])`);
  return new Set(rows.map(({ id }) => id));
}

/** Accounts by the keys of their names; of several with one key the oldest. */
export async function accountsNamed(reader: Sql, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await reader.rows<{ key: string; id: string }>(sql`select wanted.key, a.id
    from unnest(${keys}::text[]) as wanted(key)
    cross join lateral (
      select id from (
        select account_id as id from report_account_keys
        where workspace_id = kith.workspace_id() and name_key = wanted.key offset 0
      ) same order by id limit 1
    ) a`);
  return new Map(rows.map(({ key, id }) => [key, id]));
}
