import { z } from 'zod';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { forgetCredentials } from '../credential-cache.ts';
import { sessionEnded } from '../events.ts';
import { sessionId } from '../inputs.ts';
import { deleteSession } from '../store/sessions.ts';
import { ownUser } from './get-profile.ts';

export const revokeSession = defineOperation({
  name: 'sessions.revoke',
  summary: 'Ends one of the own sessions, everywhere within 5 seconds.',
  kind: 'write',
  permission: 'profile:write',
  route: { method: 'DELETE', path: '/profile/sessions/:id', status: 204 },
  positional: ['id'],
  input: z.strictObject({ id: sessionId }),
  async run(context, { id }) {
    const user = await ownUser(context);
    if (!(await deleteSession(context.tx, id, user.id)))
      throw new Problem('not_found', { detail: `You have no session ${publicId('se', id)}, or it has ended.` });
    context.emit({ type: sessionEnded.type, object: 'user', recordIds: [user.id] });
    context.tx.afterCommit(() => forgetCredentials(context.ports));
    return null;
  },
});
