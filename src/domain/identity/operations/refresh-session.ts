import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { hashToken, newToken } from '#platform/crypto';
import { defineOperation } from '#platform/operations';
import { forgetCredentials } from '../credential-cache.ts';
import { sessionReplayed } from '../events.ts';
import { tokenPrefixes } from '../rules/tokens.ts';
import { insertRefreshToken, spendRefreshToken, usedRefreshToken } from '../store/refresh-tokens.ts';
import { deleteSession } from '../store/sessions.ts';

/** Two windows of one browser refresh at the same moment; whoever comes later than this has a token that somebody else used. */
const refreshGraceMs = 10_000;

/** The token that follows another. Only who has that one can compute it, so it need not be kept for a second asker. */
function followerOf(token: string, salt: Buffer): string {
  return tokenPrefixes.refresh + createHmac('sha256', token).update(salt).digest('base64url');
}

/** Called by the refreshing of sessions alone; no surface shows it. A token that is used again ends the session: it has been copied. */
export const refreshSession = defineOperation({
  name: 'session.refresh',
  summary: 'Exchanges a refresh token for the next one.',
  kind: 'write',
  permission: 'session:refresh',
  input: z.strictObject({ token: z.string().max(100), sessionId: z.uuid() }),
  async run(context, { token, sessionId }) {
    const { tx, now, ports } = context;
    const hash = hashToken(token);
    const salt = hashToken(newToken(''));
    if (await spendRefreshToken(tx, hash, now, salt)) {
      const next = followerOf(token, salt);
      insertRefreshToken(tx, hashToken(next), sessionId);
      return { next };
    }
    const used = await usedRefreshToken(tx, hash);
    if (!used) return { next: undefined };
    if (now.getTime() - used.usedAt.getTime() <= refreshGraceMs) return { next: followerOf(token, used.salt) };
    if (await deleteSession(tx, used.sessionId))
      context.emit({ type: sessionReplayed.type, object: 'user', recordIds: [context.actor.id] });
    tx.afterCommit(() => forgetCredentials(ports));
    return { next: undefined };
  },
});
