import type { Actor } from '#platform/actor';
import type { Ports } from '#platform/context';
import { hashToken } from '#platform/crypto';
import { Problem } from '#platform/errors';
import { believedCredential, type KnownCredential } from './credential-cache.ts';
import { permissionsOf } from './rules/roles.ts';
import { isToken } from './rules/tokens.ts';
import { liveApiKey, markApiKeyUsed } from './store/api-keys.ts';
import { resolveCredential } from './store/credentials.ts';
import { liveSession, touchSession } from './store/sessions.ts';

/** What a request brings along: `Authorization: Bearer …`, or the cookie of a session. The bearer goes before the cookie. */
export interface Credential {
  bearer?: string | undefined;
  session?: string | undefined;
}

const dayMs = 24 * 60 * 60_000;
/** A session ends after this long without use … */
export const sessionIdleMs = 7 * dayMs;
/** … and in any case after this long. */
export const sessionLongestMs = 90 * dayMs;
const notedEveryMs = 60_000;

const sessionsOfActors = new WeakMap<Actor, Buffer>();

const limitsOfActors = new WeakMap<Actor, number>();

/** How many requests a minute the key may send that an actor came with; undefined where it has no limit of its own. */
export function requestsPerMinuteOf(actor: Actor): number | undefined {
  return limitsOfActors.get(actor);
}

/** The hash of the session that an actor came with; undefined for keys and the system. */
export function sessionOf(actor: Actor): Buffer | undefined {
  return sessionsOfActors.get(actor);
}

/** Who sends a request. Believed for up to 5 s in this process, so that a key in use costs no look-up a request. Throws `not_signed_in`. */
export async function authenticate(ports: Ports, credential: Credential): Promise<Actor> {
  const { bearer, session } = credential;
  if (bearer !== undefined) {
    const known = isToken('key', bearer) ? await believed(ports, bearer, findKey) : undefined;
    if (known) return known.actor;
    throw notSignedIn(
      'This API key is not valid: it is unknown, revoked or expired. An administrator can make a new one.',
    );
  }
  if (session === undefined) throw notSignedIn('Sign in, or send an API key as "Authorization: Bearer kith_…".');
  const known = isToken('session', session) ? await believed(ports, session, findSession) : undefined;
  if (known) return known.actor;
  throw notSignedIn('The session has ended. Sign in again.');
}

function notSignedIn(detail: string): Problem {
  return new Problem('not_signed_in', { detail, headers: { 'www-authenticate': 'Bearer realm="Kith"' } });
}

type Find = (ports: Ports, hash: Buffer) => Promise<KnownCredential | undefined>;

function believed(ports: Ports, token: string, find: Find): Promise<KnownCredential | undefined> {
  const hash = hashToken(token);
  return believedCredential(ports, hash.toString('base64'), () => find(ports, hash));
}

const isStale = (seenAt: Date | null, now: Date): boolean =>
  seenAt === null || now.getTime() - seenAt.getTime() >= notedEveryMs;

const findKey: Find = async (ports, hash) => {
  const owner = await resolveCredential(ports.database, 'key', hash);
  if (!owner) return undefined;
  const now = ports.clock.now();
  const { workspaceId } = owner;
  const key = await liveApiKey(ports.database.reader(workspaceId), hash, now);
  if (!key) return undefined;
  if (isStale(key.lastUsedAt, now))
    await ports.database.write(workspaceId, async (tx) => markApiKeyUsed(tx, key.id, now));
  const permissions = permissionsOf(key.role, key.scopes);
  const actor: Actor = { type: 'key', id: key.id, name: key.name, workspaceId, role: key.role, permissions };
  if (key.requestsPerMinute !== null) limitsOfActors.set(actor, key.requestsPerMinute);
  return { actor, expiresAt: key.expiresAt };
};

const findSession: Find = async (ports, hash) => {
  const owner = await resolveCredential(ports.database, 'session', hash);
  if (!owner) return undefined;
  const now = ports.clock.now();
  const { workspaceId } = owner;
  const session = await liveSession(ports.database.reader(workspaceId), hash, now);
  if (!session) return undefined;
  if (isStale(session.seenAt, now)) {
    await ports.database.write(workspaceId, async (tx) => touchSession(tx, hash, now, sessionIdleMs, sessionLongestMs));
  }
  const actor: Actor = {
    type: 'user',
    id: session.userId,
    name: session.name,
    workspaceId,
    role: session.role,
    permissions: permissionsOf(session.role),
  };
  sessionsOfActors.set(actor, hash);
  return { actor, expiresAt: session.expiresAt };
};
