import { Problem } from '#platform/errors';
import type { Gate } from '#platform/operations';
import { sessionOf } from './authenticate.ts';
import { liveSession } from './store/sessions.ts';

/** How long a second factor that was shown counts for privileged operations. */
const freshMs = 10 * 60_000;

/**
 * Privileged operations need a second factor that was shown in the last 10 minutes, from people who have one. A key is nobody who could show one: it
 * was made by somebody who did. Throws `step_up_needed`.
 */
export const stepUpGate: Gate = async (operation, { actor }, _input, { clock, database }) => {
  const session = operation.privileged ? sessionOf(actor) : undefined;
  if (!session?.hasSecondFactor) return;
  const nowMs = clock.now().getTime();
  const isFresh = (at: Date | null | undefined) => Boolean(at && nowMs - at.getTime() <= freshMs);
  if (isFresh(session.verifiedAt)) return;
  // Another process may have seen it meanwhile.
  const now = await liveSession(database.reader(actor.workspaceId), session.id, clock.now());
  if (isFresh(now?.verifiedAt)) return;
  throw new Problem('step_up_needed', {
    detail: `"${operation.summary}" asks who you are once more. Send the code of your authenticator to POST /api/v1/session/step-up, then try again.`,
  });
};
