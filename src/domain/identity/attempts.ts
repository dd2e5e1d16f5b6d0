import type { Ports } from '#platform/context';
import type { Database } from '#platform/database';
import { Problem } from '#platform/errors';
import {
  type Failures,
  failedOnceMore,
  type Patience,
  patienceWithAddress,
  patienceWithEmail,
  senderOf,
  waitMs,
} from './rules/back-off.ts';

const mostKept = 50_000;
const kept = new WeakMap<Database, Map<string, Failures>>();

/** One attempt with a password. */
export interface Attempt {
  /** It was right: what it had cost is forgotten. */
  succeeded(): void;
}

function failuresOf(database: Database): Map<string, Failures> {
  const known = kept.get(database);
  if (known) return known;
  const made = new Map<string, Failures>();
  kept.set(database, made);
  return made;
}

/**
 * Begins an attempt to sign in with a password. It counts as a failure until it has succeeded, so that a thousand at once are no way around.
 * Unknown addresses are counted like known ones. Throws `rate_limited` with how long to wait.
 */
export function beginAttempt(ports: Ports, email: string, address: string): Attempt {
  const failures = failuresOf(ports.database);
  const nowMs = ports.clock.now().getTime();
  const counted: [string, Patience][] = [
    [`email ${email}`, patienceWithEmail],
    [`from ${senderOf(address)}`, patienceWithAddress],
  ];
  const wait = Math.max(...counted.map(([key, patience]) => waitMs(failures.get(key), patience, nowMs)));
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000);
    throw new Problem('rate_limited', {
      detail: `There were too many attempts to sign in. Try again in ${seconds} s, or use a sign-in link.`,
      headers: { 'retry-after': String(seconds) },
    });
  }
  const before = counted.map(([key]) => failures.get(key));
  for (const [key, patience] of counted) {
    const more = failedOnceMore(failures.get(key), patience, nowMs);
    failures.delete(key);
    failures.set(key, more);
  }
  while (failures.size > mostKept) failures.delete(failures.keys().next().value ?? '');
  return {
    succeeded() {
      failures.delete(counted[0]?.[0] ?? '');
      // Others at the same address may be guessing still: only this attempt is taken back.
      const [, sender] = before;
      const key = counted[1]?.[0] ?? '';
      if (sender) failures.set(key, sender);
      else failures.delete(key);
    },
  };
}
