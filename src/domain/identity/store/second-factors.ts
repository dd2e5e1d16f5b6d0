import { type Sql, sql, type Transaction } from '#platform/database';

export interface SecondFactorRow {
  sealed: Buffer;
  wrappedKey: Buffer;
  createdAt: Date;
  confirmedAt: Date | null;
}

/** The second factor of a user, confirmed or not. */
export function secondFactorOf(reader: Sql, userId: string): Promise<SecondFactorRow | undefined> {
  return reader.first<SecondFactorRow>(sql`
    select sealed, wrapped_key as "wrappedKey", created_at as "createdAt", confirmed_at as "confirmedAt"
    from second_factors where workspace_id = kith.workspace_id() and user_id = ${userId}`);
}

/** Puts a secret in the place of one that was never confirmed. False when there is one that was. */
export async function putSecondFactor(
  tx: Transaction,
  userId: string,
  secret: { sealed: Buffer; wrappedKey: Buffer },
  at: Date,
): Promise<boolean> {
  const put = await tx.count(sql`insert into second_factors (user_id, sealed, wrapped_key, created_at)
    values (${userId}, ${secret.sealed}, ${secret.wrappedKey}, ${at})
    on conflict (workspace_id, user_id) do update set sealed = excluded.sealed, wrapped_key = excluded.wrapped_key, created_at = excluded.created_at
      where second_factors.confirmed_at is null`);
  return put > 0;
}

export function confirmSecondFactor(tx: Transaction, userId: string, at: Date): void {
  tx.send(sql`update second_factors set confirmed_at = ${at}
    where workspace_id = kith.workspace_id() and user_id = ${userId} and confirmed_at is null`);
}

/** Uses up the code of a time step; false when it or a later one was used before. Of two who try at once one waits, and fails. */
export async function spendStep(tx: Transaction, userId: string, step: number): Promise<boolean> {
  const spent = await tx.count(sql`update second_factors set last_step = ${step}
    where workspace_id = kith.workspace_id() and user_id = ${userId} and last_step < ${step}`);
  return spent > 0;
}

/** Takes the second factor and its recovery codes away; false when there was none. */
export async function deleteSecondFactor(tx: Transaction, userId: string): Promise<boolean> {
  deleteRecoveryCodes(tx, userId);
  const deleted = await tx.count(
    sql`delete from second_factors where workspace_id = kith.workspace_id() and user_id = ${userId}`,
  );
  return deleted > 0;
}

function deleteRecoveryCodes(tx: Transaction, userId: string): void {
  tx.send(sql`delete from recovery_codes where workspace_id = kith.workspace_id() and user_id = ${userId}`);
}

/** Puts new recovery codes in the place of all that there were. */
export function replaceRecoveryCodes(tx: Transaction, userId: string, hashes: readonly Buffer[]): void {
  deleteRecoveryCodes(tx, userId);
  tx.send(
    sql`insert into recovery_codes (user_id, code_hash) select ${userId}::uuid, unnest(${hashes as Buffer[]}::bytea[])`,
  );
}

/** Uses a recovery code up; false when it is not there or was used. Of two who try at once one waits, and fails. */
export async function spendRecoveryCode(tx: Transaction, userId: string, hash: Buffer, at: Date): Promise<boolean> {
  const spent = await tx.count(sql`update recovery_codes set used_at = ${at}
    where workspace_id = kith.workspace_id() and user_id = ${userId} and code_hash = ${hash} and used_at is null`);
  return spent > 0;
}

export async function recoveryCodesLeft(reader: Sql, userId: string): Promise<number> {
  const row = await reader.first<{ left: number }>(sql`select count(*)::int as left from recovery_codes
    where workspace_id = kith.workspace_id() and user_id = ${userId} and used_at is null`);
  return row?.left ?? 0;
}
