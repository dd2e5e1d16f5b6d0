import type { Context } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';
import { type Lifecycle, lifecycleSchema, shippedLifecycle } from '../rules/lifecycle.ts';

interface KeptLifecycle {
  /** 0 as long as it is the shipped one. */
  version: number;
  lifecycle: Lifecycle;
}

/** The stages of life of the workspace. */
export async function keptLifecycle(reader: Sql): Promise<KeptLifecycle> {
  const row = await reader.first<{ version: number; config: unknown }>(
    sql`select version, config from lifecycle_settings where workspace_id = kith.workspace_id()`,
  );
  if (!row) return { version: 0, lifecycle: shippedLifecycle };
  return { version: row.version, lifecycle: lifecycleSchema.parse(row.config) };
}

const seen = new WeakMap<Transaction, Promise<KeptLifecycle>>();

/** The same for those who write contacts: read once in a transaction, however many steps ask. */
export async function lifecycleIn(tx: Transaction): Promise<Lifecycle> {
  const known = seen.get(tx) ?? keptLifecycle(tx);
  seen.set(tx, known);
  return (await known).lifecycle;
}

/** Keeps the stages. Answers their version, or undefined when the version that was seen is not the latest any more. */
export async function storeLifecycle(
  context: Context,
  lifecycle: Lifecycle,
  seenVersion: number,
): Promise<number | undefined> {
  const config = JSON.stringify(lifecycle);
  const { now, actor } = context;
  const query =
    seenVersion === 0
      ? sql<{ version: number }>`insert into lifecycle_settings (config, created_at, updated_at, created_by, updated_by)
          values (${config}::jsonb, ${now}, ${now}, ${actor.id}, ${actor.id}) on conflict do nothing returning version`
      : sql<{
          version: number;
        }>`update lifecycle_settings set config = ${config}::jsonb, version = version + 1, updated_at = ${now}, updated_by = ${actor.id}
          where workspace_id = kith.workspace_id() and version = ${seenVersion} returning version`;
  return (await context.tx.first<{ version: number }>(query))?.version;
}

/** How many contacts stand in each of these stages; deleted ones too. Those in which nobody stands are left out. */
export async function contactsInStages(reader: Sql, stages: readonly string[]): Promise<Map<string, number>> {
  if (stages.length === 0) return new Map();
  const rows = await reader.rows<{
    stage: string;
    contacts: number;
  }>(sql`select lifecycle_stage as stage, count(*) as contacts
    from contacts where workspace_id = kith.workspace_id() and lifecycle_stage = any(${stages}::text[]) group by lifecycle_stage`);
  return new Map(rows.map(({ stage, contacts }) => [stage, contacts]));
}
