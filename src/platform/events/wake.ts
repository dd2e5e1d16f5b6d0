import { EventEmitter } from 'node:events';
import { type Database, sql } from '#platform/database';

/** The channel on which processes tell each other that a workspace has new events. */
export const wakeChannel = 'kith_events';

const local = new EventEmitter();
local.setMaxListeners(0);
const waiting = new Map<Database, Set<string>>();
const gatherMs = 20;

/** Hears `workspaceId` whenever events have been committed there by this process. Returns how to stop hearing. */
export function onWake(listener: (workspaceId: string) => void): () => void {
  local.on('wake', listener);
  return () => local.off('wake', listener);
}

/** Tells handlers here at once, and other processes within 20 ms. NOTIFY inside the write would serialise all commits, so it goes after them. */
export function wakeHandlers(database: Database, workspaceId: string): void {
  local.emit('wake', workspaceId);
  const gathered = waiting.get(database);
  if (gathered) {
    gathered.add(workspaceId);
    return;
  }
  waiting.set(database, new Set([workspaceId]));
  setTimeout(() => {
    const ids = [...(waiting.get(database) ?? [])];
    waiting.delete(database);
    const calls = ids.map((id) => database.system.first(sql`select pg_notify(${wakeChannel}, ${id})`));
    // A lost notice costs nothing but time: handlers also look by themselves every second.
    void Promise.allSettled(calls);
  }, gatherMs).unref();
}
