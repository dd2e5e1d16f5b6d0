import { z } from 'zod';
import { defineOperation, missing } from '#platform/operations';
import { forgetCredentials } from '../../credential-cache.ts';
import { secondFactorRemoved } from '../../events.ts';
import { userId } from '../../inputs.ts';
import { grantOfPerson, refuseAboveOwn } from '../../reach.ts';
import { deleteSecondFactor } from '../../store/second-factors.ts';
import { deleteSessionsOf } from '../../store/sessions.ts';
import { userById } from '../../store/users.ts';

export const resetSecondFactor = defineOperation({
  name: 'users.resetMfa',
  summary: 'Takes the second factor of a user away, who has lost it, and signs them out everywhere.',
  kind: 'write',
  permission: 'users:write',
  privileged: true,
  route: { method: 'DELETE', path: '/users/:id/mfa', status: 204 },
  positional: ['id'],
  subject: 'user',
  input: z.strictObject({ id: userId }),
  async run(context, { id }) {
    const { tx } = context;
    const user = await userById(tx, id);
    if (!user) throw missing('user', id);
    refuseAboveOwn(context.actor, await grantOfPerson(tx, user));
    if (await deleteSecondFactor(tx, id)) {
      deleteSessionsOf(tx, [id]);
      context.emit({ type: secondFactorRemoved.type, object: 'user', recordIds: [id] });
    }
    tx.afterCommit(() => forgetCredentials(context.ports));
    return null;
  },
});
