import type { Actor } from '#platform/actor';
import type { Ports } from '#platform/context';
import { hashToken } from '#platform/crypto';
import { Problem } from '#platform/errors';
import { execute } from '#platform/operations';
import { accessTokenMs, issueAccessToken } from './access-tokens.ts';
import { actorOf, authenticate, sessionOf } from './authenticate.ts';
import { endSession } from './operations/end-session.ts';
import { refreshSession } from './operations/refresh-session.ts';
import { isToken } from './rules/tokens.ts';
import { resolveCredential } from './store/credentials.ts';
import { liveSession } from './store/sessions.ts';

/** What a browser or a program keeps of a session. */
export interface SessionTokens {
  /** Signed, good for 15 minutes. */
  token: string;
  /** Good once, for the next pair; only its hash is stored. */
  refreshToken: string;
}

export interface StartedSession extends SessionTokens {
  /** When the access token ends. */
  expiresAt: Date;
  actor: Actor;
}

const refused = (): Problem => new Problem('not_signed_in', { detail: 'The session has ended. Sign in again.' });

/** A session that has just begun or been refreshed, with an access token for it. Throws `not_signed_in` when it has ended meanwhile. */
export async function startedSession(
  ports: Ports,
  workspaceId: string,
  sessionId: string,
  refreshToken: string,
): Promise<StartedSession> {
  const now = ports.clock.now();
  const session = await liveSession(ports.database.reader(workspaceId), sessionId, now);
  if (!session) throw refused();
  const token = await issueAccessToken(ports, { workspaceId, userId: session.userId, sessionId });
  const expiresAt = new Date(now.getTime() + accessTokenMs);
  return { token, refreshToken, expiresAt, actor: actorOf(session, workspaceId) };
}

/** Whose session a refresh token is of, used or not. */
async function ownerOf(ports: Ports, refreshToken: string): Promise<Actor | undefined> {
  if (!isToken('refresh', refreshToken)) return undefined;
  const found = await resolveCredential(ports.database, 'refresh', hashToken(refreshToken));
  if (!found) return undefined;
  const { workspaceId, subjectId } = found;
  const session = await liveSession(ports.database.reader(workspaceId), subjectId, ports.clock.now());
  return session && actorOf(session, workspaceId);
}

/** Only for what a session does to itself. */
const asItself = (actor: Actor, permission: string, requestId: string) => ({
  actor: { ...actor, permissions: new Set([permission]) },
  surface: 'rest',
  requestId,
});

/**
 * Exchanges a refresh token for a new pair of tokens. Those who send the same token within 10 s get the same next one; whoever sends it later ends
 * the session, since one of the two has stolen it. Throws `not_signed_in`.
 */
export async function refresh(ports: Ports, refreshToken: string, requestId: string): Promise<StartedSession> {
  const actor = await ownerOf(ports, refreshToken);
  const sessionId = actor && sessionOf(actor)?.id;
  if (!sessionId) throw refused();
  const call = asItself(actor, refreshSession.permission, requestId);
  const { output } = await execute(ports, refreshSession, { token: refreshToken, sessionId }, call);
  if (!output.next) throw refused();
  return startedSession(ports, actor.workspaceId, sessionId, output.next);
}

/** Ends a session by either of its tokens, at once in this process and within 5 s in others. One that has ended already is no mistake. */
export async function signOut(ports: Ports, tokens: Partial<SessionTokens>, requestId: string): Promise<void> {
  const actor =
    (await byAccessToken(ports, tokens.token)) ?? (tokens.refreshToken && (await ownerOf(ports, tokens.refreshToken)));
  const sessionId = actor && sessionOf(actor)?.id;
  if (!sessionId) return;
  await execute(ports, endSession, { sessionId }, asItself(actor, endSession.permission, requestId));
}

async function byAccessToken(ports: Ports, session: string | undefined): Promise<Actor | undefined> {
  if (session === undefined) return undefined;
  try {
    return await authenticate(ports, { session });
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_signed_in') return undefined;
    throw error;
  }
}
