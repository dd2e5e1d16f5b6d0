import { type Query, sql } from '#platform/database';
import type { Reader } from '../rules/may-read.ts';

/** The condition on a file `t` that somebody may read it; as `mayRead`. */
export function readableBy({ id, publicId, role }: Reader): Query<unknown> {
  return sql`(t.access = 'everyone' or t.owner_id = ${id}
    or (t.access = 'listed' and (${publicId} = any(t.allowed_users) or ${role} = any(t.allowed_roles))))`;
}

/** Both conditions, where there are two. */
export const bothOf = (first: Query<unknown>, second: Query<unknown> | undefined): Query<unknown> =>
  second ? sql`(${first as ReturnType<typeof sql>} and ${second as ReturnType<typeof sql>})` : first;
