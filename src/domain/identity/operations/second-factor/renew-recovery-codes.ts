import { z } from 'zod';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { recoveryCodesRenewed } from '../../events.ts';
import { issueRecoveryCodes } from '../../second-factor.ts';
import { secondFactorOf } from '../../store/second-factors.ts';
import { ownUser } from '../get-profile.ts';
import { recoveryCodesOutput } from './confirm-second-factor.ts';

export const renewRecoveryCodes = defineOperation({
  name: 'mfa.renewRecoveryCodes',
  summary: 'Makes ten new recovery codes and shows them once; those before work no more.',
  kind: 'write',
  permission: 'profile:write',
  privileged: true,
  route: { method: 'POST', path: '/profile/mfa/recovery-codes' },
  input: z.strictObject({}),
  output: recoveryCodesOutput,
  async run(context) {
    const user = await ownUser(context);
    if (!(await secondFactorOf(context.tx, user.id))?.confirmedAt)
      throw new Problem('conflict', { detail: 'You have no second factor yet. Begin with POST /profile/mfa.' });
    const codes = issueRecoveryCodes(context, user.id);
    context.emit({ type: recoveryCodesRenewed.type, object: 'user', recordIds: [user.id] });
    const answer: z.output<typeof recoveryCodesOutput> = { recoveryCodes: null };
    context.tx.afterCommit(() => {
      answer.recoveryCodes = codes;
    });
    return answer;
  },
});
