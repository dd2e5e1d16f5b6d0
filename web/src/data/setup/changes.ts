import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { kith } from '../kith.ts';

/** One thing that was done: by one operation, to one record or to many. */
export interface ChangeSet {
  id: string;
  operation: string;
  at: string;
  actor: { type: string; id: string; name: string | null };
  status: string;
  records: number;
  objects: string[];
  undoes: string | null;
  undoneBy: string | null;
}

/** What the list is narrowed by; what is empty lets everything through. */
export interface ChangesFilter {
  /** The id of a user. */
  actorId: string;
  by: string;
  object: string;
  undone: string;
  /** A day, as `2026-11-29`. */
  from: string;
  to: string;
}

export const noFilter: ChangesFilter = { actorId: '', by: '', object: '', undone: '', from: '', to: '' };

const dayMs = 24 * 60 * 60_000;

/** The filter as the server takes it: days in the time of the reader, the last one whole. */
function queryOf({ from, to, ...rest }: ChangesFilter): Record<string, string> {
  const query = Object.fromEntries(Object.entries(rest).filter(([, value]) => value));
  if (from) query.from = new Date(`${from}T00:00`).toISOString();
  if (to) query.to = new Date(new Date(`${to}T00:00`).getTime() + dayMs).toISOString();
  return query;
}

interface ChangesPage {
  data: ChangeSet[];
  page: { next?: string };
}

export const changesOptions = (filter: ChangesFilter) =>
  infiniteQueryOptions({
    queryKey: ['changes', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      kith.call<ChangesPage>(
        { method: 'GET', path: '/changes' },
        { ...queryOf(filter), limit: 50, cursor: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.page.next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** What taking a change set back would do to one record. */
export interface UndoneRecord {
  object: string;
  id: string;
  name: string;
  effect: 'deleted' | 'restored' | 'changed';
  changes: { field: string; label: string; now: unknown; undone: unknown }[];
}

interface UndoPreview {
  records: UndoneRecord[];
  kept: { object: string; recordId: string; field: string; reason: string }[];
  hidden: number;
  more: boolean;
}

export const undoPreviewOptions = (changeSetId: string) =>
  queryOptions({
    queryKey: ['changes', 'preview', changeSetId],
    queryFn: ({ signal }) =>
      kith.call<UndoPreview>({ method: 'GET', path: '/changes/:changeSetId/preview' }, { changeSetId }, { signal }),
    // It is asked for to decide by it, so it is of now.
    staleTime: 0,
    gcTime: 0,
  });
