import { isIP } from 'node:net';
import { z } from 'zod';
import { hashToken, newToken } from '#platform/crypto';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { sessionIdleMs } from '../authenticate.ts';
import { sessionStarted } from '../events.ts';
import { tokenPrefixes } from '../rules/tokens.ts';
import { insertRefreshToken } from '../store/refresh-tokens.ts';
import { deleteExpiredSessions, insertSession } from '../store/sessions.ts';
import { consumeSignInLink } from '../store/sign-in-links.ts';
import { noteSignIn, setPassword } from '../store/users.ts';

/** In the same words whatever is wrong with a link, so that nobody learns which tokens there were. */
export function linkRefused(): Problem {
  return new Problem('not_signed_in', {
    detail:
      'This sign-in link is not valid: links work once, for 15 minutes. Ask for a new one, or run: npx kith login-link',
  });
}

/** In the same words for an unknown address, a wrong password, none, and somebody disabled. */
export function passwordRefused(): Problem {
  return new Problem('not_signed_in', {
    detail: 'The e-mail or the password is not right. Try again, or ask an administrator for a sign-in link.',
  });
}

/** Called by the sign-in alone, as the one who signs in: it stands in no list of operations, so no surface shows it. */
export const startSession = defineOperation({
  name: 'session.start',
  summary: 'Signs somebody in.',
  kind: 'write',
  permission: 'session:start',
  input: z.strictObject({
    by: z.enum(['link', 'password']),
    linkToken: z.string().max(100).optional(),
    passwordHash: z.string().max(500).optional().meta({ description: 'The hash that the password was compared with.' }),
    betterHash: z.string().max(500).optional().meta({ description: 'What shall stand in its place.' }),
    address: z.string().max(100),
    userAgent: z.string().max(10_000).optional(),
  }),
  async run(context, input) {
    const { tx, now, actor } = context;
    if (input.by === 'link') {
      const owner = await consumeSignInLink(tx, hashToken(input.linkToken ?? ''), now);
      if (owner !== actor.id) throw linkRefused();
    }
    // The row is locked: whoever disables the user or changes the password at this moment finds the session and ends it.
    const user = await noteSignIn(tx, actor.id, now);
    if (!user) throw linkRefused();
    if (input.by === 'password' && user.passwordHash !== input.passwordHash) throw passwordRefused();
    if (input.betterHash) setPassword(tx, user.id, input.betterHash);
    const refreshToken = newToken(tokenPrefixes.refresh);
    const id = context.ports.ids.next();
    const address = input.address.split('%', 1)[0] ?? '';
    deleteExpiredSessions(tx, user.id, now);
    insertSession(tx, {
      id,
      userId: user.id,
      begunBy: input.by,
      at: now,
      expiresAt: new Date(now.getTime() + sessionIdleMs),
      verifiedAt: null,
      userAgent: input.userAgent?.replaceAll('\u0000', '').slice(0, 300) ?? null,
      address: isIP(address) ? address : null,
    });
    insertRefreshToken(tx, hashToken(refreshToken), id);
    context.emit({ type: sessionStarted.type, object: 'user', recordIds: [user.id], data: { by: input.by } });
    return { sessionId: id, refreshToken };
  },
});
