import { z } from 'zod';
import { defineOperation, missing } from '#platform/operations';
import { forgetCredentials } from '../credential-cache.ts';
import { sessionEnded } from '../events.ts';
import { userId } from '../inputs.ts';
import { grantOfPerson, refuseAboveOwn } from '../reach.ts';
import { deleteChallengesOf } from '../store/challenges.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { deleteLinksOf } from '../store/sign-in-links.ts';
import { userById } from '../store/users.ts';

export const endSessionsOfUser = defineOperation({
  name: 'users.endSessions',
  summary: 'Signs a user out everywhere, within 5 seconds, and ends the sign-in links that wait.',
  kind: 'write',
  permission: 'users:write',
  route: { method: 'DELETE', path: '/users/:id/sessions', status: 204 },
  positional: ['id'],
  subject: 'user',
  input: z.strictObject({ id: userId }),
  async run(context, { id }) {
    const { tx } = context;
    const user = await userById(tx, id);
    if (!user) throw missing('user', id);
    if (id !== context.actor.id) refuseAboveOwn(context.actor, await grantOfPerson(tx, user));
    deleteSessionsOf(tx, [id]);
    deleteLinksOf(tx, [id]);
    deleteChallengesOf(tx, [id]);
    context.emit({ type: sessionEnded.type, object: 'user', recordIds: [id] });
    tx.afterCommit(() => forgetCredentials(context.ports));
    return null;
  },
});
