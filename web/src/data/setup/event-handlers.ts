import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { kith } from '../kith.ts';
import { queryClient } from '../query-client.ts';

/** Something that reads the log of events, and how far it has come. */
export interface EventHandler {
  name: string;
  summary: string;
  hears: string[];
  /** Events that it has not had yet, and how old the oldest of them is. */
  behind: number;
  secondsBehind: number;
  failures: number;
  lastError: string | null;
  /** Events that it could not take. */
  failed: number;
}

export interface FailedEvent {
  id: string;
  handler: string;
  eventId: string;
  eventAt: string;
  type: string | null;
  error: string;
  failedAt: string;
}

const queryKey = ['event-handlers'] as const;
const lookMs = 5_000;

export const handlersOptions = queryOptions({
  queryKey: [...queryKey, 'list'],
  queryFn: ({ signal }) =>
    kith.call<{ data: EventHandler[] }>({ method: 'GET', path: '/events/handlers' }, {}, { signal }),
  select: (answer: { data: EventHandler[] }) => answer.data,
  refetchInterval: lookMs,
});

interface FailedPage {
  data: FailedEvent[];
  page: { next: string | null };
}

export const failedEventsOptions = infiniteQueryOptions({
  queryKey: [...queryKey, 'failed'],
  queryFn: ({ pageParam, signal }) =>
    kith.call<FailedPage>({ method: 'GET', path: '/events/failed' }, { limit: 50, cursor: pageParam }, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.page.next ?? undefined,
});

/** The event itself, with its data. */
export const failedEventOptions = (id: string) =>
  queryOptions({
    queryKey: [...queryKey, 'failed', id],
    queryFn: ({ signal }) =>
      kith.call<{ event: Record<string, unknown> | null }>(
        { method: 'GET', path: '/events/failed/:id' },
        { id },
        { signal },
      ),
  });

const refresh = () => void queryClient.invalidateQueries({ queryKey });

export const replayFailed = (id: string) =>
  kith.call({ method: 'POST', path: '/events/failed/:id/replay' }, { id }).finally(refresh);

export const replayAllFailed = () =>
  kith.call<{ events: number }>({ method: 'POST', path: '/events/failed/replay' }, {}).finally(refresh);

/** Has the handler read everything again that has happened since a moment. */
export const replayHandler = (name: string, from: string) =>
  kith.call({ method: 'POST', path: '/events/handlers/:name/replay' }, { name, from }).finally(refresh);
