import { isIP } from 'node:net';
import { z } from 'zod';
import type { Context } from '#platform/context';
import { hashToken, newToken } from '#platform/crypto';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { sessionIdleMs } from '../authenticate.ts';
import { SecondFactorNeeded } from '../errors.ts';
import { sessionStarted } from '../events.ts';
import { codeInput } from '../inputs.ts';
import { tokenPrefixes } from '../rules/tokens.ts';
import { spendCode } from '../second-factor.ts';
import { takeChallenge } from '../store/challenges.ts';
import { insertRefreshToken } from '../store/refresh-tokens.ts';
import { secondFactorOf } from '../store/second-factors.ts';
import { deleteExpiredSessions, insertSession } from '../store/sessions.ts';
import { consumeSignInLink } from '../store/sign-in-links.ts';
import { noteSignIn, setPassword } from '../store/users.ts';
import { workspaceRow } from '../store/workspaces.ts';

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

const byLink = z.strictObject({ by: z.literal('link'), linkToken: z.string().max(100) });
const byPassword = z.strictObject({
  by: z.literal('password'),
  passwordHash: z.string().max(500).meta({ description: 'The hash that the password was compared with.' }),
});
const byChallenge = z.strictObject({ by: z.literal('challenge'), token: z.string().max(100), code: codeInput });

/** How somebody shows who they are, where no second factor is asked for. */
export const firstWayInput = z.discriminatedUnion('by', [byLink, byPassword]);
/** How somebody signs in. */
const wayInput = z.discriminatedUnion('by', [byLink, byPassword, byChallenge]);
type Way = z.output<typeof wayInput>;

/** Uses up what somebody came with, and says how they came. Throws `not_signed_in` when it is another's, used or wrong. */
async function insistOnWay(context: Context, way: Way): Promise<string> {
  const { tx, now, actor } = context;
  if (way.by === 'link') {
    const owner = await consumeSignInLink(tx, hashToken(way.linkToken), now);
    if (owner !== actor.id) throw linkRefused();
  }
  if (way.by !== 'challenge') return way.by;
  const challenge = await takeChallenge(tx, hashToken(way.token), now);
  if (challenge?.userId !== actor.id || !(await spendCode(context, actor.id, way.code))) throw codeRefused();
  return `${challenge.begunBy} and code`;
}

/** In the same words for a wrong code, a used one, and a second step that comes too late. */
export function codeRefused(): Problem {
  return new Problem('not_signed_in', {
    detail: 'This code is not right, was used before, or came too late. Take the next one, or begin again.',
  });
}

/** Called by the sign-in alone, as the one who signs in: it stands in no list of operations, so no surface shows it. */
export const startSession = defineOperation({
  name: 'session.start',
  summary: 'Signs somebody in.',
  kind: 'write',
  permission: 'session:start',
  input: z.strictObject({
    way: wayInput,
    betterHash: z.string().max(500).optional().meta({ description: 'What shall stand in its place.' }),
    address: z.string().max(100),
    userAgent: z.string().max(10_000).optional(),
  }),
  async run(context, input) {
    const { tx, now, actor } = context;
    const by = await insistOnWay(context, input.way);
    // The row is locked: whoever disables the user or changes the password at this moment finds the session and ends it.
    const user = await noteSignIn(tx, actor.id, now);
    if (!user) throw linkRefused();
    if (input.way.by === 'password' && user.passwordHash !== input.way.passwordHash) throw passwordRefused();
    const factor = await secondFactorOf(tx, user.id);
    const isVerified = input.way.by === 'challenge';
    if (factor?.confirmedAt && !isVerified) throw new SecondFactorNeeded('');
    if (input.betterHash) setPassword(tx, user.id, input.betterHash);
    const refreshToken = newToken(tokenPrefixes.refresh);
    const id = context.ports.ids.next();
    const address = input.address.split('%', 1)[0] ?? '';
    deleteExpiredSessions(tx, user.id, now);
    insertSession(tx, {
      id,
      userId: user.id,
      begunBy: by,
      at: now,
      expiresAt: new Date(now.getTime() + sessionIdleMs((await workspaceRow(tx)).settings.security)),
      verifiedAt: isVerified ? now : null,
      userAgent: input.userAgent?.replaceAll('\u0000', '').slice(0, 300) ?? null,
      address: isIP(address) ? address : null,
    });
    insertRefreshToken(tx, hashToken(refreshToken), id);
    context.emit({ type: sessionStarted.type, object: 'user', recordIds: [user.id], data: { by } });
    return { sessionId: id, refreshToken };
  },
});
