import { type Query, sql } from '#platform/database';

export interface SharedWith {
  userId: string;
  /** Their role, where it counts. */
  role: string | undefined;
  /** The teams that they are in, directly or by way of others, where they count. */
  teams: readonly string[];
  at: Date;
}

/** The ids of the records, of whatever kind, that are shared with a user at a moment. */
export function sharedRecords({ userId, role, teams, at }: SharedWith): Query<{ record_id: string }> {
  const holds = sql`workspace_id = kith.workspace_id() and deleted_at is null
    and (until is null or until > ${at}::timestamptz)`;
  const byUser = sql<{ record_id: string }>`select record_id from shares where ${holds} and user_id = ${userId}`;
  const byTeam = sql`${byUser} union all select record_id from shares where ${holds} and team_id = any(${teams}::uuid[])`;
  return role === undefined
    ? (byTeam as Query<{ record_id: string }>)
    : sql`${byTeam} union all select record_id from shares where ${holds} and role = ${role}`;
}
