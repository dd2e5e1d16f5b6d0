import { type Sql, sql } from '#platform/database';

/** Which of the contacts are there, and the accounts that they work for. */
export async function accountsOfContacts(reader: Sql, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await reader.rows<{ id: string; accountId: string | null }>(
    sql`select f.contact_id as id, f.account_id as "accountId" from unnest(${ids}::uuid[]) as wanted(id)
        cross join lateral (select contact_id, account_id from report_contacts_firmographics
          where workspace_id = kith.workspace_id() and contact_id = wanted.id offset 0) f`,
  );
  return new Map(rows.map(({ id, accountId }) => [id, accountId]));
}

/** Which of the accounts are there. */
export async function accountsThere(reader: Sql, ids: readonly string[]): Promise<Set<string>> {
  const rows = await reader.rows<{ id: string }>(
    sql`select a.account_id as id from unnest(${ids}::uuid[]) as wanted(id)
        cross join lateral (select account_id from report_accounts
          where workspace_id = kith.workspace_id() and account_id = wanted.id offset 0) a`,
  );
  return new Set(rows.map(({ id }) => id));
}
