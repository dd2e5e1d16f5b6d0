import { sql, type Transaction } from '#platform/database';

export function insertChallenge(
  tx: Transaction,
  challenge: { tokenHash: Buffer; userId: string; begunBy: string; expiresAt: Date },
): void {
  const { tokenHash, userId, begunBy, expiresAt } = challenge;
  tx.send(sql`insert into sign_in_challenges (token_hash, user_id, begun_by, expires_at)
    values (${tokenHash}, ${userId}, ${begunBy}, ${expiresAt})`);
}

/** Counts one more try, and says whether there was one left. */
export async function countTry(tx: Transaction, tokenHash: Buffer, most: number, now: Date): Promise<boolean> {
  const counted = await tx.count(sql`update sign_in_challenges set tries = tries + 1
    where workspace_id = kith.workspace_id() and token_hash = ${tokenHash} and tries < ${most} and expires_at > ${now}`);
  return counted > 0;
}

/** Uses a challenge up and says whose it was, and how that sign-in began. */
export function takeChallenge(
  tx: Transaction,
  tokenHash: Buffer,
  now: Date,
): Promise<{ userId: string; begunBy: string } | undefined> {
  return tx.first(sql<{ userId: string; begunBy: string }>`delete from sign_in_challenges
    where workspace_id = kith.workspace_id() and token_hash = ${tokenHash} and expires_at > ${now}
    returning user_id as "userId", begun_by as "begunBy"`);
}

/** What these users have begun and not finished comes to nothing. */
export function deleteChallengesOf(tx: Transaction, userIds: readonly string[]): void {
  tx.send(
    sql`delete from sign_in_challenges where workspace_id = kith.workspace_id() and user_id = any(${userIds}::uuid[])`,
  );
}

export function deleteExpiredChallenges(tx: Transaction, userId: string, now: Date): void {
  tx.send(sql`delete from sign_in_challenges
    where workspace_id = kith.workspace_id() and user_id = ${userId} and expires_at <= ${now}`);
}
