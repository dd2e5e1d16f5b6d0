import type { Actor } from '#platform/actor';
import type { Ports } from '#platform/context';
import type { Database, Reach } from '#platform/database';

/** Says what an actor reaches of the workspace; undefined is all of it. */
export type ReachProvider = (ports: Ports, actor: Actor) => Promise<Reach | undefined>;

let provider: ReachProvider | undefined;

/** The module that knows roles and teams says what actors reach; without it everybody reaches all. Throws when there are two. */
export function provideReach(provide: ReachProvider): void {
  if (provider) throw new Error('What actors reach is told by two modules.');
  provider = provide;
}

interface Known {
  sinceMs: number;
  reach: Promise<Reach | undefined>;
}

/** As long as a credential is believed. */
const believedMs = 5000;
const mostKnown = 10_000;
const known = new WeakMap<Database, Map<string, Known>>();

/** What an actor reaches, looked up at most every 5 s in this process. */
export function reachOf(ports: Ports, actor: Actor): Promise<Reach | undefined> {
  if (!provider || actor.type === 'system') return Promise.resolve(undefined);
  const cache = known.get(ports.database) ?? new Map<string, Known>();
  known.set(ports.database, cache);
  const key = `${actor.workspaceId} ${actor.id} ${actor.role}`;
  const nowMs = performance.now();
  const entry = cache.get(key);
  if (entry && nowMs - entry.sinceMs < believedMs) return entry.reach;
  const reach = provider(ports, actor);
  cache.delete(key);
  cache.set(key, { sinceMs: nowMs, reach });
  if (cache.size > mostKnown) cache.delete(cache.keys().next().value ?? '');
  reach.catch(() => cache.delete(key));
  return reach;
}

/** Forgets what actors reach, after a role, a team or somebody's place in it has changed. */
export function forgetReach(ports: Ports): void {
  known.delete(ports.database);
}
