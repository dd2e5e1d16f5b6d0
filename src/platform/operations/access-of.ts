import type { Actor } from '#platform/actor';
import type { Ports } from '#platform/context';
import type { Database, Reach } from '#platform/database';
import type { Sight } from '#platform/fields';

/** How far an actor comes: which records, and what of their fields. What is undefined has no bounds. */
export interface Access {
  reach?: Reach | undefined;
  sight?: Sight | undefined;
}

/** Says how far an actor comes in the workspace. */
export type AccessProvider = (ports: Ports, actor: Actor) => Promise<Access>;

let provider: AccessProvider | undefined;

/** The module that knows roles and teams says how far actors come; without it nothing is kept from anybody. Throws when there are two. */
export function provideAccess(provide: AccessProvider): void {
  if (provider) throw new Error('How far actors come is told by two modules.');
  provider = provide;
}

interface Known {
  sinceMs: number;
  access: Promise<Access>;
}

const boundless: Access = {};

/** As long as a credential is believed. */
const believedMs = 5000;
const mostKnown = 10_000;
const known = new WeakMap<Database, Map<string, Known>>();

/** How far an actor comes, looked up at most every 5 s in this process. */
export function accessOf(ports: Ports, actor: Actor): Promise<Access> {
  if (!provider || actor.type === 'system') return Promise.resolve(boundless);
  const cache = known.get(ports.database) ?? new Map<string, Known>();
  known.set(ports.database, cache);
  const key = `${actor.workspaceId} ${actor.id} ${actor.role}`;
  const nowMs = performance.now();
  const entry = cache.get(key);
  if (entry && nowMs - entry.sinceMs < believedMs) return entry.access;
  const access = provider(ports, actor);
  cache.delete(key);
  cache.set(key, { sinceMs: nowMs, access });
  if (cache.size > mostKnown) cache.delete(cache.keys().next().value ?? '');
  access.catch(() => cache.delete(key));
  return access;
}

/** Forgets how far actors come, after a role, a team, a rule or somebody's place has changed. */
export function forgetAccess(ports: Ports): void {
  known.delete(ports.database);
}
