import type { Context } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';
import { type LeadSettings, leadSettingsSchema, shippedLeadSettings } from '../rules/lead-settings.ts';

export interface KeptLeadSettings {
  /** 0 as long as they are the shipped ones. */
  version: number;
  settings: LeadSettings;
}

/** How the workspace works its leads. */
export async function leadSettings(reader: Sql): Promise<KeptLeadSettings> {
  const row = await reader.first<{ version: number; config: unknown }>(
    sql`select version, config from lead_settings where workspace_id = kith.workspace_id()`,
  );
  if (!row) return { version: 0, settings: shippedLeadSettings };
  return { version: row.version, settings: leadSettingsSchema.parse(row.config) };
}

const seen = new WeakMap<Transaction, Promise<KeptLeadSettings>>();

/** The same for those who write leads: read once in a transaction, however many steps ask. */
export function settingsIn(tx: Transaction): Promise<KeptLeadSettings> {
  const known = seen.get(tx);
  if (known) return known;
  const settings = leadSettings(tx);
  seen.set(tx, settings);
  return settings;
}

/** Keeps the settings. Answers their version, or undefined when the version that was seen is not the latest any more. */
export async function storeLeadSettings(
  context: Context,
  settings: LeadSettings,
  seenVersion: number,
): Promise<number | undefined> {
  const config = JSON.stringify(settings);
  const { now, actor } = context;
  const query =
    seenVersion === 0
      ? sql<{ version: number }>`insert into lead_settings (config, created_at, updated_at, created_by, updated_by)
          values (${config}::jsonb, ${now}, ${now}, ${actor.id}, ${actor.id}) on conflict do nothing returning version`
      : sql<{
          version: number;
        }>`update lead_settings set config = ${config}::jsonb, version = version + 1, updated_at = ${now}, updated_by = ${actor.id}
          where workspace_id = kith.workspace_id() and version = ${seenVersion} returning version`;
  return (await context.tx.first<{ version: number }>(query))?.version;
}

/** How many leads stand in each of these statuses; deleted ones too. Those in which none stands are left out. */
export async function leadsInStatuses(reader: Sql, statuses: readonly string[]): Promise<Map<string, number>> {
  if (statuses.length === 0) return new Map();
  const rows = await reader.rows<{ status: string; leads: number }>(sql`select status, count(*) as leads from leads
    where workspace_id = kith.workspace_id() and status = any(${statuses}::text[]) group by status`);
  return new Map(rows.map(({ status, leads }) => [status, leads]));
}
