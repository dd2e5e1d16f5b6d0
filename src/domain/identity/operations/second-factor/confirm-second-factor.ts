import { z } from 'zod';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { sessionOf } from '../../authenticate.ts';
import { forgetCredentials } from '../../credential-cache.ts';
import { secondFactorAdded } from '../../events.ts';
import { codeInput } from '../../inputs.ts';
import { insistOnCode, issueRecoveryCodes, spendAuthenticatorCode } from '../../second-factor.ts';
import { confirmSecondFactor, secondFactorOf } from '../../store/second-factors.ts';
import { deleteSessionsOf, verifySession } from '../../store/sessions.ts';
import { ownUser } from '../get-profile.ts';

/** What is shown once: the answer to a repeated request holds none. */
export const recoveryCodesOutput = z.object({
  recoveryCodes: z.array(z.string()).nullable().meta({
    description:
      'Ten codes, each of which stands in once for the authenticator. Null in the answer to a repeated request.',
  }),
});

export const confirmMfa = defineOperation({
  name: 'mfa.confirm',
  summary:
    'Turns the second factor on, by a first code of it. All other sessions end, and the recovery codes are shown.',
  kind: 'write',
  permission: 'profile:write',
  route: { method: 'POST', path: '/profile/mfa/confirm' },
  input: z.strictObject({ code: codeInput }),
  output: recoveryCodesOutput,
  async run(context, { code }) {
    const { tx, now } = context;
    const user = await ownUser(context);
    const factor = await secondFactorOf(tx, user.id);
    if (!factor || factor.confirmedAt) {
      const detail = factor ? 'Your second factor is on already.' : 'Begin with POST /profile/mfa.';
      throw new Problem('conflict', { detail });
    }
    await insistOnCode(context, code, spendAuthenticatorCode);
    confirmSecondFactor(tx, user.id, now);
    const codes = issueRecoveryCodes(context, user.id);
    const session = sessionOf(context.actor);
    if (session) verifySession(tx, session.id, now);
    // Whoever signed in with the password alone shall show the second factor as well.
    deleteSessionsOf(tx, [user.id], session?.id);
    context.emit({ type: secondFactorAdded.type, object: 'user', recordIds: [user.id] });
    const answer: z.output<typeof recoveryCodesOutput> = { recoveryCodes: null };
    tx.afterCommit(() => {
      answer.recoveryCodes = codes;
      forgetCredentials(context.ports);
    });
    return answer;
  },
});
