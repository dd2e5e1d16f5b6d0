import { type Sql, sql } from '#platform/database';

/** An activity as it is read by the record that it stands with. */
export interface EntityActivity {
  id: string;
  type: string;
  data: Record<string, unknown>;
  createdAt: Date;
  occurredAt: Date;
}

/** What stands with one record, the latest first. The type is part of the statement, so that only its part of the view is planned. */
export function activitiesOfEntity(
  reader: Sql,
  entityType: string,
  entityId: string,
  limit: number,
  before?: { at: Date; id: string },
): Promise<EntityActivity[]> {
  const after = before
    ? sql`and (e.occurred_at, e.activity_id) < (${before.at}::timestamptz, ${before.id}::uuid)`
    : sql``;
  return reader.rows(sql<EntityActivity>`select e.activity_id as id, e.type, e.data, e.created_at as "createdAt", e.occurred_at as "occurredAt"
    from activity_entities e
    where e.workspace_id = kith.workspace_id() and e.entity_type = ${sql.lit(entityType)} and e.entity_id = ${entityId}::uuid ${after}
    order by e.occurred_at desc, e.activity_id desc limit ${limit}`);
}
