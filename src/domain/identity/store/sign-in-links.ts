import { sql, type Transaction } from '#platform/database';

export function insertSignInLink(tx: Transaction, link: { tokenHash: Buffer; userId: string; expiresAt: Date }): void {
  tx.send(sql`insert into sign_in_links (token_hash, user_id, expires_at)
    values (${link.tokenHash}, ${link.userId}, ${link.expiresAt})`);
}

/** Uses a link up and says whose it is; undefined when it is used, expired or unknown. Of two who try at once one waits for the other, and fails. */
export async function consumeSignInLink(tx: Transaction, tokenHash: Buffer, now: Date): Promise<string | undefined> {
  const row = await tx.first<{ userId: string }>(sql`update sign_in_links set used_at = ${now}
    where workspace_id = kith.workspace_id() and token_hash = ${tokenHash} and used_at is null and expires_at > ${now}
    returning user_id as "userId"`);
  return row?.userId;
}

export function deleteExpiredLinks(tx: Transaction, userId: string, now: Date): void {
  tx.send(sql`delete from sign_in_links
    where workspace_id = kith.workspace_id() and user_id = ${userId} and expires_at <= ${now}`);
}

/** Makes every link of these users useless. */
export function deleteLinksOf(tx: Transaction, userIds: readonly string[]): void {
  tx.send(
    sql`delete from sign_in_links where workspace_id = kith.workspace_id() and user_id = any(${userIds}::uuid[])`,
  );
}
