import { type Query, sql } from '#platform/database';
import { publicId } from '#platform/ids';

/** Where somebody stands: the teams that shares reach them by, the people whose records are their team's, and their territories. */
export interface Place {
  teams: string[];
  people: string[];
  territories: string[];
}

/** The place of a user. A team is its members; whoever manages one answers for those below it as well, and for who reports to them. */
export function placeOf(userId: string): Query<Place> {
  return sql<Place>`with recursive
    above as (
      select t.id, t.parent_id from teams t join users u on u.workspace_id = t.workspace_id and u.team_id = t.id
      where t.workspace_id = kith.workspace_id() and u.id = ${userId} and t.deleted_at is null
      union select t.id, t.parent_id from teams t join above a on t.id = a.parent_id
      where t.workspace_id = kith.workspace_id() and t.deleted_at is null
    ), led as (
      select id from teams where workspace_id = kith.workspace_id() and manager_id = ${userId} and deleted_at is null
      union select t.id from teams t join led l on t.parent_id = l.id where t.workspace_id = kith.workspace_id() and t.deleted_at is null
    ), reports as (
      select id from users where workspace_id = kith.workspace_id() and manager_id = ${userId}
      union select u.id from users u join reports r on u.manager_id = r.id where u.workspace_id = kith.workspace_id()
    ), people as (
      select u.id from users u join led l on u.team_id = l.id where u.workspace_id = kith.workspace_id()
      union select id from reports
      union select other.id from users me join users other on other.workspace_id = me.workspace_id and other.team_id = me.team_id
        join teams t on t.workspace_id = me.workspace_id and t.id = me.team_id and t.deleted_at is null
        where me.workspace_id = kith.workspace_id() and me.id = ${userId}
    )
    select (select coalesce(array_agg(id), '{}') from above) as teams,
      (select coalesce(array_agg(id), '{}') from people where id <> ${userId}) as people,
      (select coalesce(array_agg(id), '{}') from territories where workspace_id = kith.workspace_id() and deleted_at is null
        and (owner_id = ${userId} or team -> 'members' @> ${JSON.stringify([{ userId: publicId('us', userId) }])}::jsonb)) as territories`;
}

/** The built-in role that a role of the workspace is based on. */
export function baseOf(role: string): Query<{ basedOn: string | null }> {
  return sql`select based_on as "basedOn" from roles where workspace_id = kith.workspace_id() and name = ${role}`;
}
