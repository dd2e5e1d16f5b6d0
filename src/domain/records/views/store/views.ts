import { type Sql, sql } from '#platform/database';
import { publicId } from '#platform/ids';

interface ViewRow {
  id: string;
  name: string;
  object: string;
  filter: unknown;
  sort: string | null;
  columns: unknown;
  shared: boolean;
  ownerId: string;
  version: number;
}

/** Views of a person and the shared ones, by name. */
export async function visibleViews(reader: Sql, userId: string, object: string | undefined): Promise<ViewRow[]> {
  const rows =
    await reader.rows<ViewRow>(sql`select id, name, object, filter, sort, columns, shared, owner_id as "ownerId", version from saved_views
    where workspace_id = kith.workspace_id() and deleted_at is null and (shared or owner_id = ${userId})
      and (${object ?? null}::text is null or object = ${object ?? null}) order by name limit 500`);
  return rows.map((row) => ({ ...row, id: publicId('vw', row.id), ownerId: publicId('us', row.ownerId) }));
}
