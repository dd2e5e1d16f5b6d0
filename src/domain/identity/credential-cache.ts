import type { Actor } from '#platform/actor';
import type { Ports } from '#platform/context';
import type { Database } from '#platform/database';

/** A credential that was found good, and until when it stays so by itself. */
export interface KnownCredential {
  actor: Actor;
  expiresAt: Date | null;
}

interface Entry {
  sinceMs: number;
  found: Promise<KnownCredential | undefined>;
}

/** How long a credential is believed without looking again: what a revocation elsewhere takes at most. */
const believedMs = 5000;
const mostEntries = 20_000;

const caches = new WeakMap<Database, Map<string, Entry>>();

function cacheOf(database: Database): Map<string, Entry> {
  const known = caches.get(database);
  if (known) return known;
  const made = new Map<string, Entry>();
  caches.set(database, made);
  return made;
}

/**
 * A credential by its hash, looked up at most every 5 s; who asks meanwhile, or at the same moment, gets the same answer.
 * What is not found is not kept, so that guesses fill no memory and a new key works at once.
 */
export async function believedCredential(
  ports: Ports,
  hash: string,
  lookUp: () => Promise<KnownCredential | undefined>,
): Promise<KnownCredential | undefined> {
  const cache = cacheOf(ports.database);
  const nowMs = ports.clock.now().getTime();
  const entry = cache.get(hash);
  // Both sides are compared, since a wall clock may also be set back.
  if (entry && nowMs >= entry.sinceMs && nowMs < entry.sinceMs + believedMs) return stillGood(await entry.found, nowMs);
  const made: Entry = { sinceMs: nowMs, found: lookUp() };
  cache.delete(hash);
  cache.set(hash, made);
  if (cache.size > mostEntries) cache.delete(cache.keys().next().value ?? '');
  const drop = () => {
    if (cache.get(hash) === made) cache.delete(hash);
  };
  try {
    const found = await made.found;
    if (!found) drop();
    return stillGood(found, nowMs);
  } catch (error) {
    drop();
    throw error;
  }
}

function stillGood(found: KnownCredential | undefined, nowMs: number): KnownCredential | undefined {
  return found?.expiresAt && found.expiresAt.getTime() <= nowMs ? undefined : found;
}

/** Forgets all credentials in this process, after one was revoked or its owner changed: they are rare, and looking again is cheap. */
export function forgetCredentials(ports: Ports): void {
  cacheOf(ports.database).clear();
}
