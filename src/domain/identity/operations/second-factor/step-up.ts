import { z } from 'zod';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { sessionOf } from '../../authenticate.ts';
import { forgetCredentials } from '../../credential-cache.ts';
import { steppedUp } from '../../events.ts';
import { codeInput } from '../../inputs.ts';
import { insistOnCode } from '../../second-factor.ts';
import { verifySession } from '../../store/sessions.ts';

export const stepUp = defineOperation({
  name: 'session.stepUp',
  summary: 'Shows the second factor again, which privileged operations ask for when it was more than 10 minutes ago.',
  kind: 'write',
  permission: 'session:read',
  route: { method: 'POST', path: '/session/step-up', status: 204 },
  input: z.strictObject({ code: codeInput }),
  problems: ['conflict'],
  async run(context, { code }) {
    const session = sessionOf(context.actor);
    if (!session?.hasSecondFactor)
      throw new Problem('conflict', { detail: 'There is no second factor to show: set one up in your profile.' });
    await insistOnCode(context, code);
    verifySession(context.tx, session.id, context.now);
    context.emit({ type: steppedUp.type, object: 'user', recordIds: [context.actor.id] });
    context.tx.afterCommit(() => forgetCredentials(context.ports));
    return null;
  },
});
