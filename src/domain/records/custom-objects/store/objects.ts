import { type Sql, sql, type Transaction } from '#platform/database';

/** Whoever makes or deletes kinds waits for others who do. */
export function lockObjects(tx: Transaction): void {
  tx.send(sql`select pg_advisory_xact_lock(hashtextextended(kith.workspace_id()::text || 'fields', 0))`);
}

export interface StoredObject {
  id: string;
  name: string;
  plural: string;
  label: string;
  pluralLabel: string;
  nameLabel: string;
  description: string;
  icon: string | null;
  prefix: string;
  version: number;
  deletedAt: Date | null;
}

/** Every kind that the workspace has made, deleted ones too, by name. */
export function storedObjects(reader: Sql): Promise<StoredObject[]> {
  return reader.rows(sql`select id, name, plural, label, plural_label as "pluralLabel", name_label as "nameLabel", description, icon, prefix,
    version, deleted_at as "deletedAt" from custom_objects where workspace_id = kith.workspace_id() order by name`);
}
