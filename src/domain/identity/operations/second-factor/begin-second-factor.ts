import { z } from 'zod';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { newSecret } from '../../second-factor.ts';
import { putSecondFactor } from '../../store/second-factors.ts';
import { ownUser } from '../get-profile.ts';

export const beginSecondFactor = defineOperation({
  name: 'mfa.begin',
  summary:
    'Makes the secret of a second factor, for an authenticator to scan. It counts once a code of it was confirmed.',
  kind: 'write',
  permission: 'profile:write',
  route: { method: 'POST', path: '/profile/mfa', status: 201 },
  input: z.strictObject({}),
  output: z.object({
    secret: z
      .string()
      .nullable()
      .meta({ description: 'In base32, to type in. Null in the answer to a repeated request.' }),
    uri: z.string().nullable().meta({ description: 'The same as an address, otpauth://…, to show as a QR code.' }),
  }),
  async run(context) {
    const user = await ownUser(context);
    const { secret, uri, ...sealed } = newSecret(context.ports, user.id, user.email);
    if (!(await putSecondFactor(context.tx, user.id, sealed, context.now)))
      throw new Problem('conflict', { detail: 'You have a second factor already. Remove it first to set up another.' });
    const answer: { secret: string | null; uri: string | null } = { secret: null, uri: null };
    // The answer that is kept for a repeated request is written before the commit: it must not hold the secret.
    context.tx.afterCommit(() => Object.assign(answer, { secret, uri }));
    return answer;
  },
});
