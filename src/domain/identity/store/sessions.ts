import { type Sql, sql, type Transaction } from '#platform/database';
import type { StoredRole } from '../rules/grants.ts';
import { storedRole, type UserPermissions } from './roles.ts';
import type { SecuritySettings } from './workspaces.ts';

export interface SessionDraft {
  id: string;
  userId: string;
  begunBy: string;
  at: Date;
  expiresAt: Date;
  verifiedAt: Date | null;
  userAgent: string | null;
  address: string | null;
}

/** A session with the user whose it is. */
export interface LiveSession {
  id: string;
  userId: string;
  name: string;
  role: string;
  seenAt: Date;
  expiresAt: Date;
  verifiedAt: Date | null;
  hasSecondFactor: boolean;
  security: SecuritySettings | null;
  storedRole: StoredRole | null;
  own: UserPermissions | null;
}

/** A session as its owner sees it in a list. */
export interface ListedSession {
  id: string;
  begunBy: string;
  createdAt: Date;
  seenAt: Date;
  userAgent: string | null;
  address: string | null;
}

export function insertSession(tx: Transaction, session: SessionDraft): void {
  const { id, userId, begunBy, at, expiresAt, verifiedAt, userAgent, address } = session;
  tx.send(sql`insert into sessions (id, user_id, begun_by, created_at, seen_at, expires_at, verified_at, user_agent, address)
    values (${id}, ${userId}, ${begunBy}, ${at}, ${at}, ${expiresAt}, ${verifiedAt}, ${userAgent}, ${address}::inet)`);
}

/** A session that has not ended, of a user who may sign in. */
export function liveSession(reader: Sql, id: string, now: Date): Promise<LiveSession | undefined> {
  return reader.first<LiveSession>(sql`
    select s.id, u.id as "userId", u.name, u.role, s.seen_at as "seenAt", s.expires_at as "expiresAt", s.verified_at as "verifiedAt",
      exists (select 1 from second_factors f where f.workspace_id = s.workspace_id and f.user_id = s.user_id and f.confirmed_at is not null) as "hasSecondFactor",
      ${storedRole}, case when p.user_id is not null then jsonb_build_object('granted', p.granted, 'denied', p.denied, 'groups', p.groups) end as own,
      (select w.settings->'security' from workspaces w where w.id = kith.workspace_id()) as security
    from sessions s join users u on u.workspace_id = s.workspace_id and u.id = s.user_id
      left join roles r on r.workspace_id = u.workspace_id and r.name = u.role
      left join user_permissions p on p.workspace_id = u.workspace_id and p.user_id = u.id
    where s.workspace_id = kith.workspace_id() and s.id = ${id} and s.expires_at > ${now}
      and u.disabled_at is null and u.deleted_at is null`);
}

/** Notes that a session is in use, which lets it live longer, up to a last day. */
export function touchSession(tx: Transaction, id: string, now: Date, idleMs: number, longestMs: number): void {
  tx.send(sql`update sessions set seen_at = ${now},
      expires_at = least(${new Date(now.getTime() + idleMs)}::timestamptz, created_at + ${longestMs / 1000} * interval '1 second')
    where workspace_id = kith.workspace_id() and id = ${id} and expires_at > ${now}`);
}

/** Notes that the second factor was shown just now. */
export function verifySession(tx: Transaction, id: string, at: Date): void {
  tx.send(sql`update sessions set verified_at = ${at} where workspace_id = kith.workspace_id() and id = ${id}`);
}

/** The living sessions of a user, the last used first. */
export function sessionsOf(reader: Sql, userId: string, now: Date): Promise<ListedSession[]> {
  return reader.rows<ListedSession>(sql`select id, begun_by as "begunBy", created_at as "createdAt", seen_at as "seenAt",
      user_agent as "userAgent", host(address) as address
    from sessions where workspace_id = kith.workspace_id() and user_id = ${userId} and expires_at > ${now}
    order by seen_at desc, id limit 200`);
}

/** Ends one session, of one user where that is given; false when it was not there any more. */
export async function deleteSession(tx: Transaction, id: string, userId?: string): Promise<boolean> {
  const ofUser = userId === undefined ? sql`` : sql`and user_id = ${userId}`;
  return (
    (await tx.count(sql`delete from sessions where workspace_id = kith.workspace_id() and id = ${id} ${ofUser}`)) > 0
  );
}

/** Ends the sessions of users, but for one that may stay. */
export function deleteSessionsOf(tx: Transaction, userIds: readonly string[], except?: string): void {
  tx.send(sql`delete from sessions where workspace_id = kith.workspace_id() and user_id = any(${userIds}::uuid[])
    and id is distinct from ${except ?? null}::uuid`);
}

export function deleteExpiredSessions(tx: Transaction, userId: string, now: Date): void {
  tx.send(
    sql`delete from sessions where workspace_id = kith.workspace_id() and user_id = ${userId} and expires_at <= ${now}`,
  );
}
