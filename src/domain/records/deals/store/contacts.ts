import { type Sql, sql } from '#platform/database';

/** The accounts that contacts work for, by contact. */
export async function accountsOfContacts(reader: Sql, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await reader.rows<{ id: string; accountId: string | null }>(sql`
    select contact_id as id, account_id as "accountId" from report_contact_identities
    where workspace_id = kith.workspace_id() and contact_id = any(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.accountId]));
}

/** Which of these contacts are there and stand in one of these stages of life, in order of id. */
export async function contactsInStages(
  reader: Sql,
  ids: readonly string[],
  stages: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await reader.rows<{ id: string }>(sql`select contact_id as id from report_contact_lifecycles
    where workspace_id = kith.workspace_id() and contact_id = any(${ids}::uuid[]) and lifecycle_stage = any(${stages}::text[])
    order by contact_id`);
  return rows.map((row) => row.id);
}
