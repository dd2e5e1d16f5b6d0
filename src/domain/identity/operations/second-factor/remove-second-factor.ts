import { z } from 'zod';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { forgetCredentials } from '../../credential-cache.ts';
import { secondFactorRemoved } from '../../events.ts';
import { deleteSecondFactor } from '../../store/second-factors.ts';
import { workspaceRow } from '../../store/workspaces.ts';
import { ownUser } from '../get-profile.ts';

export const removeSecondFactor = defineOperation({
  name: 'mfa.remove',
  summary: 'Turns the own second factor off, where the role does not ask for one.',
  kind: 'write',
  permission: 'profile:write',
  privileged: true,
  route: { method: 'DELETE', path: '/profile/mfa', status: 204 },
  input: z.strictObject({}),
  problems: ['conflict', 'not_found'],
  async run(context) {
    const user = await ownUser(context);
    const { security } = (await workspaceRow(context.tx)).settings;
    if (security?.secondFactorRoles?.includes(user.role))
      throw new Problem('conflict', { detail: `Everybody who is ${user.role} signs in with a second factor here.` });
    if (!(await deleteSecondFactor(context.tx, user.id)))
      throw new Problem('not_found', { detail: 'You have no second factor.' });
    context.emit({ type: secondFactorRemoved.type, object: 'user', recordIds: [user.id] });
    context.tx.afterCommit(() => forgetCredentials(context.ports));
    return null;
  },
});
