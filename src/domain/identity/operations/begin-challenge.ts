import { z } from 'zod';
import { hashToken, newToken } from '#platform/crypto';
import { defineOperation } from '#platform/operations';
import { tokenPrefixes } from '../rules/tokens.ts';
import { deleteExpiredChallenges, insertChallenge } from '../store/challenges.ts';
import { consumeSignInLink } from '../store/sign-in-links.ts';
import { userById } from '../store/users.ts';
import { firstWayInput, linkRefused, passwordRefused } from './start-session.ts';

const validMs = 5 * 60_000;

/** Called by the sign-in alone; no surface shows it, since its answer is the bare token. It uses the first factor up. */
export const beginChallenge = defineOperation({
  name: 'session.challenge',
  summary: 'Asks somebody whose first factor was right for the second.',
  kind: 'write',
  permission: 'session:start',
  input: z.strictObject({ way: firstWayInput }),
  async run(context, { way }) {
    const { tx, now, actor } = context;
    if (way.by === 'link' && (await consumeSignInLink(tx, hashToken(way.linkToken), now)) !== actor.id)
      throw linkRefused();
    const user = await userById(tx, actor.id);
    if (!user || user.disabledAt) throw linkRefused();
    if (way.by === 'password' && user.passwordHash !== way.passwordHash) throw passwordRefused();
    const token = newToken(tokenPrefixes.challenge);
    deleteExpiredChallenges(tx, actor.id, now);
    insertChallenge(tx, {
      tokenHash: hashToken(token),
      userId: actor.id,
      begunBy: way.by,
      expiresAt: new Date(now.getTime() + validMs),
    });
    return { token };
  },
});
