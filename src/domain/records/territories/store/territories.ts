import { type Sql, sql } from '#platform/database';

/** A territory as routing reads it. */
export interface KnownTerritory {
  id: string;
  name: string;
  /** By field, the values that belong to it. */
  match: Record<string, string[]>;
  team: unknown;
}

/** All territories, by name. */
export function allTerritories(reader: Sql): Promise<KnownTerritory[]> {
  return reader.rows<KnownTerritory>(sql`select id, name, coalesce(match, '{}') as match, team -> 'members' as team from territories
    where workspace_id = kith.workspace_id() and deleted_at is null order by name, id`);
}
