import type { InfiniteData } from '@tanstack/react-query';
import type { ObjectName } from './catalogue.ts';
import type { Page } from './kith.ts';
import { queryClient } from './query-client.ts';
import { listKey, recordKey } from './records.ts';
import type { KithRecord } from './types.ts';

type Cached = Page<KithRecord> | InfiniteData<Page<KithRecord>> | undefined;

function isPage(cached: Cached): cached is Page<KithRecord> {
  return cached !== undefined && 'data' in cached && Array.isArray(cached.data);
}

/** The record as the app knows it now, from its page or from a list. */
export function cachedRecord(object: ObjectName, id: string): KithRecord | undefined {
  const own = queryClient.getQueryData<KithRecord>(recordKey(object, id));
  if (own) return own;
  for (const [, cached] of queryClient.getQueriesData<Cached>({ queryKey: listKey(object) })) {
    const found = isPage(cached) ? cached.data.find((record) => record.id === id) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Changes records wherever they are shown, without asking the server. */
export function changeCached(
  object: ObjectName,
  ids: ReadonlySet<string>,
  change: (record: KithRecord) => KithRecord,
): void {
  for (const id of ids) queryClient.setQueryData<KithRecord>(recordKey(object, id), (old) => old && change(old));
  queryClient.setQueriesData<Cached>({ queryKey: listKey(object) }, (cached) => {
    if (!isPage(cached) || !cached.data.some((record) => ids.has(record.id))) return cached;
    return { ...cached, data: cached.data.map((record) => (ids.has(record.id) ? change(record) : record)) };
  });
}

/** Takes records out of every list that is shown. */
export function dropCached(object: ObjectName, ids: ReadonlySet<string>): void {
  queryClient.setQueriesData<Cached>({ queryKey: listKey(object) }, (cached) => {
    if (!isPage(cached) || !cached.data.some((record) => ids.has(record.id))) return cached;
    const data = cached.data.filter((record) => !ids.has(record.id));
    const { total } = cached.page;
    return {
      data,
      page: total === undefined ? cached.page : { ...cached.page, total: total - (cached.data.length - data.length) },
    };
  });
}

/** Asks anew for what is on the screen; what is not will be asked for when it is shown. */
export function refreshLists(object: ObjectName): void {
  void queryClient.invalidateQueries({ queryKey: listKey(object) });
}

export function refreshRecord(object: ObjectName, id: string): void {
  void queryClient.invalidateQueries({ queryKey: recordKey(object, id) });
}

/** Asks anew for the timelines on the screen, and for what else hangs on records, whosever they are. */
export function refreshTimelines(): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [area, , , , part] }) => area === 'records' && (part === 'timeline' || part === 'parts'),
  });
}

export function refreshEverything(): void {
  void queryClient.invalidateQueries();
}
