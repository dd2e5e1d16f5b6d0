import { type Sql, sql, type Transaction } from '#platform/database';

export interface UsedRefreshToken {
  sessionId: string;
  usedAt: Date;
  salt: Buffer;
}

export function insertRefreshToken(tx: Transaction, tokenHash: Buffer, sessionId: string): void {
  tx.send(sql`insert into refresh_tokens (token_hash, session_id) values (${tokenHash}, ${sessionId})`);
}

/** Uses a token up. False when somebody has used it before; of two who try at once one waits for the other. */
export async function spendRefreshToken(tx: Transaction, tokenHash: Buffer, at: Date, salt: Buffer): Promise<boolean> {
  const used = await tx.count(sql`update refresh_tokens set used_at = ${at}, salt = ${salt}
    where workspace_id = kith.workspace_id() and token_hash = ${tokenHash} and used_at is null`);
  return used > 0;
}

/** How a token was used; undefined when it was not, or is not there any more. */
export function usedRefreshToken(reader: Sql, tokenHash: Buffer): Promise<UsedRefreshToken | undefined> {
  return reader.first(sql<UsedRefreshToken>`select session_id as "sessionId", used_at as "usedAt", salt from refresh_tokens
    where workspace_id = kith.workspace_id() and token_hash = ${tokenHash} and used_at is not null`);
}
