import { EventEmitter } from 'node:events';
import { newToken } from '#platform/crypto';
import { type Database, sql } from '#platform/database';

/** The channel on which processes tell each other that a workspace has new events. */
export const wakeChannel = 'kith_events';

const local = new EventEmitter();
local.setMaxListeners(0);
const waiting = new Map<Database, Set<string>>();
const gatherMs = 20;
/** Tells this process's own notices from those of others. */
const mark = newToken('');

/** Hears `workspaceId` whenever events have been committed there: by this process at once, by others where `listenForWakes` listens. Returns how to stop hearing. */
export function onWake(listener: (workspaceId: string) => void): () => void {
  local.on('wake', listener);
  return () => local.off('wake', listener);
}

/** Tells readers here at once, and other processes within 20 ms. NOTIFY inside the write would serialise all commits, so it goes after them. */
export function wakeHandlers(database: Database, workspaceId: string): void {
  local.emit('wake', workspaceId);
  const gathered = waiting.get(database);
  if (gathered) {
    gathered.add(workspaceId);
    return;
  }
  waiting.set(database, new Set([workspaceId]));
  setTimeout(() => {
    const notices = [...(waiting.get(database) ?? [])].map((id) => `${id} ${mark}`);
    waiting.delete(database);
    // A lost notice costs nothing but time: readers also look by themselves every second.
    void Promise.allSettled([
      database.system.first(sql`select pg_notify(${wakeChannel}, notice) from unnest(${notices}::text[]) as notice`),
    ]);
  }, gatherMs).unref();
}

/** Passes on a notice that another process sent; its own have been heard already. */
export function passOn(notice: string | undefined): void {
  const [workspaceId, from] = notice?.split(' ') ?? [];
  if (workspaceId && from !== mark) local.emit('wake', workspaceId);
}
