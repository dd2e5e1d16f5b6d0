import type { Actor } from '#platform/actor';
import type { Ports } from '#platform/context';
import { hashToken } from '#platform/crypto';
import { Problem } from '#platform/errors';
import { readAccessToken } from './access-tokens.ts';
import { believedCredential, type KnownCredential } from './credential-cache.ts';
import { grantOfKey, grantOfUser } from './rules/grants.ts';
import { everybody } from './rules/roles.ts';
import { isToken, looksLikeAccessToken } from './rules/tokens.ts';
import { liveApiKey, markApiKeyUsed } from './store/api-keys.ts';
import { resolveCredential } from './store/credentials.ts';
import { type LiveSession, liveSession, touchSession } from './store/sessions.ts';
import type { SecuritySettings } from './store/workspaces.ts';

/** What a request brings along: `Authorization: Bearer …` with a key or an access token, or the access token of a cookie. The bearer goes before the cookie. */
export interface Credential {
  bearer?: string | undefined;
  session?: string | undefined;
}

/** A session ends after this long without use, unless the settings say otherwise … */
const sessionIdleMinutes = 30;
/** … and in any case after this long. */
export const sessionLongestMs = 7 * 24 * 60 * 60_000;
const notedEveryMs = 60_000;

/** What is known of the session that somebody came with. */
export interface SessionFacts {
  id: string;
  hasSecondFactor: boolean;
  /** When the second factor was last shown. */
  verifiedAt: Date | null;
  /** The role asks for a second factor, and there is none yet. */
  mustEnrol: boolean;
}

const sessionsOfActors = new WeakMap<Actor, SessionFacts>();

/** How long a session lives without use. */
export function sessionIdleMs(security: SecuritySettings | null | undefined): number {
  return (security?.sessionIdleMinutes ?? sessionIdleMinutes) * 60_000;
}

const limitsOfActors = new WeakMap<Actor, number>();

/** How many requests a minute the key may send that an actor came with; undefined where it has no limit of its own. */
export function requestsPerMinuteOf(actor: Actor): number | undefined {
  return limitsOfActors.get(actor);
}

/** The session that an actor came with; undefined for keys and the system. */
export function sessionOf(actor: Actor): SessionFacts | undefined {
  return sessionsOfActors.get(actor);
}

/** Who sends a request. Believed for up to 5 s in this process, so that a key in use costs no look-up a request. Throws `not_signed_in`. */
export async function authenticate(ports: Ports, { bearer, session }: Credential): Promise<Actor> {
  if (bearer !== undefined && !looksLikeAccessToken(bearer)) {
    const known = isToken('key', bearer) ? await believed(ports, bearer, () => findKey(ports, bearer)) : undefined;
    if (known) return known.actor;
    throw notSignedIn(
      'This API key is not valid: it is unknown, revoked or expired. An administrator can make a new one.',
    );
  }
  const token = bearer ?? session;
  if (token === undefined) throw notSignedIn('Sign in, or send an API key as "Authorization: Bearer kith_…".');
  const known = looksLikeAccessToken(token)
    ? await believed(ports, token, () => findByAccessToken(ports, token))
    : undefined;
  if (known) return known.actor;
  throw sessionEnded();
}

/**
 * The actor of a request that goes on for long, looked at again: the session must live, whatever has become of the access token that it began
 * with. It does not count as use. Keys are looked at as at the beginning. Throws `not_signed_in`.
 */
export async function authenticateAgain(ports: Ports, actor: Actor): Promise<Actor> {
  const sessionId = sessionOf(actor)?.id;
  if (sessionId === undefined) return actor;
  const look = async () => {
    const session = await liveSession(ports.database.reader(actor.workspaceId), sessionId, ports.clock.now());
    return session && { actor: actorOf(session, actor.workspaceId), expiresAt: session.expiresAt };
  };
  const known = await believedCredential(ports, `session ${sessionId}`, look);
  if (known) return known.actor;
  throw sessionEnded();
}

function sessionEnded(): Problem {
  return notSignedIn('The session has ended. Sign in again.');
}

function notSignedIn(detail: string): Problem {
  return new Problem('not_signed_in', { detail, headers: { 'www-authenticate': 'Bearer realm="Kith"' } });
}

type Found = Promise<KnownCredential | undefined>;

function believed(ports: Ports, token: string, find: () => Found): Found {
  return believedCredential(ports, hashToken(token).toString('base64'), find);
}

const isStale = (seenAt: Date | null, now: Date): boolean =>
  seenAt === null || now.getTime() - seenAt.getTime() >= notedEveryMs;

async function findKey(ports: Ports, token: string): Found {
  const hash = hashToken(token);
  const owner = await resolveCredential(ports.database, 'key', hash);
  if (!owner) return undefined;
  const now = ports.clock.now();
  const { workspaceId } = owner;
  const key = await liveApiKey(ports.database.reader(workspaceId), hash, now);
  if (!key) return undefined;
  if (isStale(key.lastUsedAt, now))
    await ports.database.write(workspaceId, async (tx) => markApiKeyUsed(tx, key.id, now));
  const grant = grantOfKey(key.storedRole ?? undefined, key.scopes);
  const actor: Actor = { type: 'key', id: key.id, name: key.name, workspaceId, role: key.role, ...grant };
  if (key.requestsPerMinute !== null) limitsOfActors.set(actor, key.requestsPerMinute);
  return { actor, expiresAt: key.expiresAt };
}

/** The signature says whose session it is; the database, whether it still lives. */
async function findByAccessToken(ports: Ports, token: string): Found {
  const claims = await readAccessToken(ports, token);
  if (!claims) return undefined;
  const now = ports.clock.now();
  const { workspaceId, sessionId } = claims;
  const session = await liveSession(ports.database.reader(workspaceId), sessionId, now);
  if (!session || session.userId !== claims.userId) return undefined;
  if (isStale(session.seenAt, now)) {
    await ports.database.write(workspaceId, async (tx) =>
      touchSession(tx, sessionId, now, sessionIdleMs(session.security), sessionLongestMs),
    );
  }
  return { actor: actorOf(session, workspaceId), expiresAt: claims.expiresAt };
}

/** Somebody as whom a session acts. */
export function actorOf(session: LiveSession, workspaceId: string): Actor {
  const { userId: id, name, role } = session;
  const { hasSecondFactor, verifiedAt } = session;
  const mustEnrol = !hasSecondFactor && (session.security?.secondFactorRoles ?? []).includes(role);
  const { permissions, denied } = grantOfUser(session.storedRole ?? undefined, session.own ?? undefined);
  const groups = new Set(session.own?.groups);
  const held = mustEnrol ? everybody : permissions;
  const actor: Actor = { type: 'user', id, name, workspaceId, role, permissions: held, denied, groups };
  sessionsOfActors.set(actor, { id: session.id, hasSecondFactor, verifiedAt, mustEnrol });
  return actor;
}
