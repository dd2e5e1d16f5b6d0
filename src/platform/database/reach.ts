import { AsyncLocalStorage } from 'node:async_hooks';

/** How much of a kind of record an actor reaches: nothing, what they own, what their team owns as well, or all. */
export type ReachLevel = 'none' | 'own' | 'team' | 'all';

/** Which records of a workspace an actor reaches; the policies of the database hold everybody to it. Ids are UUIDs. */
export interface Reach {
  actor: string;
  /** The same where the actor is a key: what it makes without an owner stays within its reach. */
  maker: string | null;
  /** With which shares are made as well. */
  role: string;
  /** The teams that shares with a team reach the actor by. */
  teams: readonly string[];
  territories: readonly string[];
  /** Whether records that nobody owns belong to the team. */
  unowned: boolean;
  owners: { own: readonly string[]; team: readonly string[] };
  /** By kind of record; one that is not named is not reached. */
  read: Readonly<Record<string, ReachLevel>>;
  write: Readonly<Record<string, ReachLevel>>;
}

const beyond = new AsyncLocalStorage<boolean>();

/**
 * Runs `work` as Kith, which reaches the whole workspace: for what follows from a deed that the actor may do, and for what must be known
 * before it (who is the same, what is taken). What it finds is not for the actor's eyes.
 */
export function beyondReach<T>(work: () => Promise<T>): Promise<T> {
  return beyond.run(true, work);
}

/** Within `beyondReach`: runs `work` as the actor after all, for what is shown of what was found. */
export function withinReach<T>(work: () => Promise<T>): Promise<T> {
  return beyond.run(false, work);
}

const texts = new WeakMap<Reach, string>();

/** The statements that set how far a transaction reaches; everywhere unless told. */
export function reachSetting(reach: Reach | undefined): string {
  if (!reach || isBeyondReach()) return `set local app.reach = 'workspace'`;
  const known = texts.get(reach);
  if (known) return known;
  const text = `set local app.reach = 'scope'; set local app.scope = '${JSON.stringify(reach).replaceAll("'", "''")}'`;
  texts.set(reach, text);
  return text;
}

export function isBeyondReach(): boolean {
  return beyond.getStore() === true;
}
