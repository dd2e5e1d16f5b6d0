import { type Sql, sql } from '#platform/database';

export interface OwnType {
  id: string;
  name: string;
  label: string;
  description: string | null;
}

/** The types of activity that the workspace has added. */
export function ownTypes(reader: Sql): Promise<OwnType[]> {
  return reader.rows(sql<OwnType>`select id, name, label, description from activity_types
    where workspace_id = kith.workspace_id() and deleted_at is null order by label, id`);
}
