import { type Sql, sql } from '#platform/database';

export interface KnownActor {
  id: string;
  type: 'user' | 'key';
  name: string;
}

/** The users and keys with these ids. */
export async function actorsByIds(reader: Sql, ids: readonly string[]): Promise<Map<string, KnownActor>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<KnownActor>(sql`select actor_id as id, type, name from report_actors
    where workspace_id = kith.workspace_id() and actor_id = any(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
