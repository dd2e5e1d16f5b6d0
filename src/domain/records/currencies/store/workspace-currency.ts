import { type Sql, sql } from '#platform/database';

/** The currency in which the workspace adds up. */
export async function workspaceCurrency(reader: Sql): Promise<string> {
  const row = await reader.first<{ currency: string }>(sql`select kith.workspace_currency() as currency`);
  return row?.currency ?? 'USD';
}
