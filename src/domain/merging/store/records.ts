import { type Sql, sql } from '#platform/database';
import type { ObjectType } from '#platform/fields';

/** The version of a record. */
export async function versionOf(reader: Sql, { table }: ObjectType, id: string): Promise<number> {
  const row = await reader.first<{ version: number }>(sql`select version::float8 as version from ${sql.table(table)} t
    where t.workspace_id = kith.workspace_id() and t.id = ${id}`);
  return row?.version ?? 0;
}

/** The record and all into which it was merged, one after the other. */
export async function wayOf(reader: Sql, id: string): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`with recursive way (id, step) as (
      select ${id}::uuid, 0
      union all
      select m.into_id, way.step + 1 from way
      join merged_records m on m.workspace_id = kith.workspace_id() and m.record_id = way.id where way.step < 100
    ) select id from way order by step`);
  return rows.map((row) => row.id);
}

/** The fields of records that somebody has changed since a moment, as `record field`, not counting what merging changed. */
export async function editedSince(reader: Sql, recordIds: readonly string[], since: Date): Promise<Set<string>> {
  const rows = await reader.rows<{ key: string }>(sql`select distinct c.record_id || ' ' || k.name as key
    from changes c cross join lateral jsonb_object_keys(c.before) as k(name)
    where c.workspace_id = kith.workspace_id() and c.record_id = any(${recordIds}::uuid[]) and c.at >= ${since}
      and not exists (select 1 from merge_steps s where s.workspace_id = c.workspace_id and s.change_set_id = c.change_set_id)`);
  return new Set(rows.map((row) => row.key));
}
