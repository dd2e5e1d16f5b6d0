import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { forgetCredentials } from '../credential-cache.ts';
import { sessionEnded } from '../events.ts';
import { deleteSession } from '../store/sessions.ts';

/** Called by signing out alone; no surface shows it. */
export const endSession = defineOperation({
  name: 'session.end',
  summary: 'Signs somebody out.',
  kind: 'write',
  permission: 'session:end',
  input: z.strictObject({ sessionId: z.uuid() }),
  async run(context, { sessionId }) {
    const ended = await deleteSession(context.tx, sessionId);
    if (ended) context.emit({ type: sessionEnded.type, object: 'user', recordIds: [context.actor.id] });
    context.tx.afterCommit(() => forgetCredentials(context.ports));
    return null;
  },
});
