import { queryClient } from '../../data/query-client.ts';
import { type ListQuery, pageOptions, pageSize } from '../../data/records.ts';
import type { KithRecord } from '../../data/types.ts';
import { cursorsOf } from './pages.ts';

let last: ListQuery | undefined;

/** Remembers the list from which a record is opened, so that its page can go to the next one. */
export function rememberNeighbours(list: ListQuery): void {
  last = list;
}

function recordsOf(list: ListQuery): (KithRecord | undefined)[] {
  const records: (KithRecord | undefined)[] = [];
  cursorsOf(list).forEach((cursor, page) => {
    const data = queryClient.getQueryData(pageOptions(list, cursor).queryKey)?.data ?? [];
    data.forEach((record, at) => {
      records[page * pageSize + at] = record;
    });
  });
  return records;
}

export interface Neighbours {
  place: number;
  previous: string | undefined;
  next: string | undefined;
}

/** The records before and after this one in the list that it was opened from; undefined when it came from elsewhere. */
export function neighboursOf(object: ListQuery['object'], id: string): Neighbours | undefined {
  if (last?.object !== object) return undefined;
  const records = recordsOf(last);
  const at = records.findIndex((record) => record?.id === id);
  if (at < 0) return undefined;
  return { place: at + 1, previous: records[at - 1]?.id, next: records[at + 1]?.id };
}
