import { type Query, sql } from '#platform/database';

export interface SharedWith {
  userId: string;
  /** Their role, where it counts. */
  role: string | undefined;
  at: Date;
}

/** The ids of the records, of whatever kind, that are shared with a user at a moment. */
export function sharedRecords({ userId, role, at }: SharedWith): Query<{ record_id: string }> {
  const holds = sql`workspace_id = kith.workspace_id() and deleted_at is null
    and (until is null or until > ${at}::timestamptz)`;
  const byUser = sql<{ record_id: string }>`select record_id from shares where ${holds} and user_id = ${userId}`;
  return role === undefined
    ? byUser
    : sql`${byUser} union all select record_id from shares where ${holds} and role = ${role}`;
}
