import { EventEmitter } from 'node:events';
import { newToken } from '#platform/crypto';
import { type Database, sql } from '#platform/database';

/** The channel on which processes tell each other that a workspace has new events. */
export const wakeChannel = 'kith_events';

const local = new EventEmitter();
local.setMaxListeners(0);
/** Per database the workspaces that have new events, and of which types. */
const waiting = new Map<Database, Map<string, ReadonlySet<string>>>();
const gatherMs = 20;
/** PostgreSQL takes notices of less than 8,000 bytes. */
const longestNotice = 7900;
const anyType = '*';
/** Tells this process's own notices from those of others. */
const mark = newToken('');

/** Hears the workspace and the types whenever events have been committed there: by this process at once, by others where `listenForWakes` listens. Without types it may be any. Returns how to stop hearing. */
export function onWake(listener: (workspaceId: string, types?: readonly string[]) => void): () => void {
  local.on('wake', listener);
  return () => local.off('wake', listener);
}

/** Tells readers here at once, and other processes within 20 ms. NOTIFY inside the write would serialise all commits, so it goes after them. Without types it may be any. */
export function wakeHandlers(database: Database, workspaceId: string, types?: readonly string[]): void {
  local.emit('wake', workspaceId, types);
  const gathered = waiting.get(database) ?? sendSoon(database);
  gathered.set(workspaceId, together(gathered.get(workspaceId), types ?? [anyType]));
}

function together(known: ReadonlySet<string> | undefined, types: readonly string[]): ReadonlySet<string> {
  return new Set([...(known ?? []), ...types]);
}

function sendSoon(database: Database): Map<string, ReadonlySet<string>> {
  const gathered = new Map<string, ReadonlySet<string>>();
  waiting.set(database, gathered);
  setTimeout(() => {
    waiting.delete(database);
    const notices = [...gathered].map(([id, types]) => noticeOf(id, types));
    // A lost notice costs nothing but time: readers also look by themselves every second.
    void Promise.allSettled([
      database.system.first(sql`select pg_notify(${wakeChannel}, notice) from unnest(${notices}::text[]) as notice`),
    ]);
  }, gatherMs).unref();
  return gathered;
}

function noticeOf(workspaceId: string, types: ReadonlySet<string>): string {
  const notice = `${workspaceId} ${mark} ${[...types].join(' ')}`;
  return notice.length > longestNotice ? `${workspaceId} ${mark} ${anyType}` : notice;
}

/** Passes on a notice that another process sent; its own have been heard already. */
export function passOn(notice: string | undefined): void {
  const [workspaceId, from, ...types] = notice?.split(' ') ?? [];
  if (workspaceId && from !== mark) local.emit('wake', workspaceId, types.includes(anyType) ? undefined : types);
}
