import { type Sql, sql, type Transaction } from '#platform/database';

export interface SessionDraft {
  tokenHash: Buffer;
  userId: string;
  at: Date;
  expiresAt: Date;
  userAgent: string | null;
  address: string | null;
}

/** A session with the user whose it is. */
export interface LiveSession {
  userId: string;
  name: string;
  role: string;
  seenAt: Date;
  expiresAt: Date;
}

export function insertSession(tx: Transaction, session: SessionDraft): void {
  tx.send(sql`insert into sessions (token_hash, user_id, created_at, seen_at, expires_at, user_agent, address)
    values (${session.tokenHash}, ${session.userId}, ${session.at}, ${session.at}, ${session.expiresAt}, ${session.userAgent}, ${session.address}::inet)`);
}

/** A session that has not ended, of a user who may sign in. */
export function liveSession(reader: Sql, tokenHash: Buffer, now: Date): Promise<LiveSession | undefined> {
  return reader.first<LiveSession>(sql`
    select u.id as "userId", u.name, u.role, s.seen_at as "seenAt", s.expires_at as "expiresAt"
    from sessions s join users u on u.workspace_id = s.workspace_id and u.id = s.user_id
    where s.workspace_id = kith.workspace_id() and s.token_hash = ${tokenHash} and s.expires_at > ${now}
      and u.disabled_at is null and u.deleted_at is null`);
}

/** Notes that a session is in use, which lets it live longer, up to a last day. */
export function touchSession(tx: Transaction, tokenHash: Buffer, now: Date, idleMs: number, longestMs: number): void {
  tx.send(sql`update sessions set seen_at = ${now},
      expires_at = least(${new Date(now.getTime() + idleMs)}::timestamptz, created_at + ${longestMs / 1000} * interval '1 second')
    where workspace_id = kith.workspace_id() and token_hash = ${tokenHash} and expires_at > ${now}`);
}

/** Ends one session; false when it was not there any more. */
export async function deleteSession(tx: Transaction, tokenHash: Buffer): Promise<boolean> {
  return (
    (await tx.count(sql`delete from sessions where workspace_id = kith.workspace_id() and token_hash = ${tokenHash}`)) >
    0
  );
}

/** Ends the sessions of users, but for one that may stay. */
export function deleteSessionsOf(tx: Transaction, userIds: readonly string[], except?: Buffer): void {
  tx.send(sql`delete from sessions where workspace_id = kith.workspace_id() and user_id = any(${userIds}::uuid[])
    and token_hash is distinct from ${except ?? null}::bytea`);
}

export function deleteExpiredSessions(tx: Transaction, userId: string, now: Date): void {
  tx.send(
    sql`delete from sessions where workspace_id = kith.workspace_id() and user_id = ${userId} and expires_at <= ${now}`,
  );
}
