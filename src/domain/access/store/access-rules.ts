import { type Query, type Sql, sql, type Transaction } from '#platform/database';
import { type FieldRules, fieldRules } from '../rules/field-rules.ts';
import { type ScopeSettings, scopeSettings } from '../rules/scopes.ts';

/** The rules of a workspace; scopes and fields are read and written apart, each with its version. */
export interface StoredRules {
  scopes: ScopeSettings;
  version: number;
  fields: FieldRules;
  fieldsVersion: number;
}

export interface StoredRow {
  scopes: unknown;
  version: number;
  fields: unknown;
  fieldsVersion: number;
}

/** The row of the rules of a workspace; there is none before somebody has set any. */
export const rulesRow: Query<StoredRow> = sql`select scopes, version, fields, fields_version as "fieldsVersion" from access_rules
  where workspace_id = kith.workspace_id()`;

export function parsedRules(row: StoredRow | undefined): StoredRules {
  return {
    scopes: scopeSettings.parse(row?.scopes ?? {}),
    version: row?.version ?? 0,
    fields: fieldRules.parse(row?.fields ?? {}),
    fieldsVersion: row?.fieldsVersion ?? 0,
  };
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

export async function saveFieldRules(tx: Transaction, fields: FieldRules, actorId: string): Promise<void> {
  await tx.rows(sql`insert into access_rules (version, fields, fields_version, created_by, updated_by)
    values (0, ${JSON.stringify(fields)}::jsonb, 1, ${actorId}, ${actorId})
    on conflict (workspace_id, id) do update set fields = excluded.fields, fields_version = access_rules.fields_version + 1,
      updated_at = now(), updated_by = excluded.updated_by`);
}
