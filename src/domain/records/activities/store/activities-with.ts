import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import { chooseFields, recordJson } from '#platform/records';
import { activity } from '../fields.ts';

/** Some of the activities with one contact or one account. */
export interface ActivitiesRequest {
  with: 'contact' | 'account';
  id: string;
  /** Those before this place only: the latest come first. */
  before?: { at: Date; id: string } | undefined;
  /** As far as they were known at that moment. */
  knownAt?: Date | undefined;
  limit: number;
}

export interface ActivityWith {
  id: string;
  at: Date;
  /** UUID of who did it: its owner, or else who logged it. */
  actorId: string | null;
  /** The activity as the API shows it, as JSON. */
  json: string;
}

/** What happened with a contact or an account, the latest first. */
export function activitiesWith(context: Context, request: ActivitiesRequest): Promise<ActivityWith[]> {
  const column = sql.ref(`t.${request.with}_id`);
  const { before, knownAt } = request;
  const json = recordJson(activity, chooseFields(activity, undefined));
  return context.sql.rows(sql<ActivityWith>`select t.id, t.occurred_at as at, coalesce(t.owner_id, t.created_by) as "actorId", ${json} as json
    from activities t
    where t.workspace_id = kith.workspace_id() and ${column} = ${request.id} and t.deleted_at is null
      ${before ? sql`and (t.occurred_at, t.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``}
      ${knownAt ? sql`and t.occurred_at <= ${knownAt}::timestamptz and t.created_at <= ${knownAt}::timestamptz` : sql``}
    order by t.occurred_at desc, t.id desc limit ${request.limit}`);
}
