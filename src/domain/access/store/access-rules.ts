import { type Query, type Sql, sql, type Transaction } from '#platform/database';
import { type ScopeSettings, scopeSettings } from '../rules/scopes.ts';

export interface StoredRules {
  scopes: ScopeSettings;
  version: number;
}

/** The row of the rules of a workspace; there is none before somebody has set any. */
export const rulesRow: Query<{ scopes: unknown; version: number }> = sql`select scopes, version from access_rules
  where workspace_id = kith.workspace_id()`;

export function parsedRules(row: { scopes: unknown; version: number } | undefined): StoredRules {
  return { scopes: scopeSettings.parse(row?.scopes ?? {}), version: row?.version ?? 0 };
}

/** The rules of the workspace; `lock` lets one writer at a time pass, also before there is a row. */
export async function accessRules(reader: Sql, lock?: 'lock'): Promise<StoredRules> {
  if (lock)
    await reader.rows(
      sql`select pg_advisory_xact_lock(hashtextextended(kith.workspace_id()::text || 'access_rules', 0))`,
    );
  return parsedRules(await reader.first(rulesRow));
}

export async function saveScopes(tx: Transaction, scopes: ScopeSettings, actorId: string): Promise<void> {
  await tx.rows(sql`insert into access_rules (scopes, created_by, updated_by) values (${JSON.stringify(scopes)}::jsonb, ${actorId}, ${actorId})
    on conflict (workspace_id, id) do update set scopes = excluded.scopes, version = access_rules.version + 1,
      updated_at = now(), updated_by = excluded.updated_by`);
}
