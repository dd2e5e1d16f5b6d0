import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Page } from './api.ts';
import type { ObjectName } from './catalogue.ts';
import { itemOfTimeline, type TimelineEntry } from './timeline-items.ts';
import type { Component, KithRecord, Score } from './types.ts';

export const pathOf: Record<ObjectName, string> = { contact: '/contacts', account: '/accounts' };

/** What a list shows: which records, in which order. */
export interface ListQuery {
  object: ObjectName;
  q?: string | undefined;
  filter?: unknown;
  sort?: string | undefined;
  /** Only these fields of each record; all when it is not said. */
  fields?: readonly string[] | undefined;
}

export const pageSize = 100;

export const listKey = (object: ObjectName) => ['records', object, 'list'] as const;

/** Which records a list is about, as the API asks for it. */
export function askFor({ q, filter }: Pick<ListQuery, 'q' | 'filter'>) {
  return { q, filter: filter ? JSON.stringify(filter) : undefined };
}

/** One page of a list. Pages are asked for one by one, so that those far from the window can be forgotten. */
export function pageOptions(list: ListQuery, cursor: string | undefined, limit = pageSize) {
  return queryOptions({
    queryKey: [
      ...listKey(list.object),
      { q: list.q, filter: list.filter, sort: list.sort, fields: list.fields, limit },
      cursor ?? null,
    ],
    queryFn: ({ signal }) =>
      get<Page<KithRecord>>(
        pathOf[list.object],
        {
          limit,
          cursor,
          ...askFor(list),
          sort: list.sort,
          fields: list.fields?.join(','),
          count: cursor === undefined && limit === pageSize ? 'bounded' : undefined,
        },
        signal,
      ),
    gcTime: 2 * 60_000,
    placeholderData: cursor === undefined ? keepPreviousData : undefined,
  });
}

/** How many records there are, exactly: about a second per million, so only when somebody asks. */
export function countOptions(list: ListQuery) {
  return queryOptions({
    queryKey: [...listKey(list.object), 'count', { q: list.q, filter: list.filter }],
    queryFn: ({ signal }) =>
      get<Page<KithRecord>>(pathOf[list.object], { limit: 1, count: 'exact', ...askFor(list) }, signal),
    select: (answer: Page<KithRecord>) => answer.page.total ?? 0,
  });
}

export const recordKey = (object: ObjectName, id: string) => ['records', object, 'one', id] as const;

export function recordOptions(object: ObjectName, id: string) {
  return queryOptions({
    queryKey: recordKey(object, id),
    queryFn: ({ signal }) => get<KithRecord>(`${pathOf[object]}/${id}`, undefined, signal),
  });
}

/** The record as it was. */
export function recordAsOfOptions(object: ObjectName, id: string, asOf: string | undefined) {
  return queryOptions({
    queryKey: [...recordKey(object, id), 'asOf', asOf],
    queryFn: async ({ signal }): Promise<KithRecord> => {
      const record = await get<KithRecord>(`${pathOf[object]}/${id}`, { asOf }, signal);
      // The name is made of other fields, which are known of the past; itself it is not.
      const name = record.name || [record.firstName, record.lastName].filter(Boolean).join(' ');
      return { ...record, name };
    },
    enabled: asOf !== undefined,
    placeholderData: keepPreviousData,
  });
}

export function scoreOptions(id: string) {
  return queryOptions({
    queryKey: [...recordKey('contact', id), 'score'],
    queryFn: ({ signal }) => get<Score>(`/contacts/${id}/score`, undefined, signal),
  });
}

export const scoringModelOptions = queryOptions({
  queryKey: ['scoring-model'],
  queryFn: ({ signal }) => get<{ weights: Record<Component, number> }>('/scoring/model', undefined, signal),
  staleTime: 10 * 60_000,
});

export const timelineKey = (object: ObjectName, id: string) => [...recordKey(object, id), 'timeline'] as const;

/** What happened with a record, the newest first; with `asOf` only what was known then. */
export async function timelinePage(
  object: ObjectName,
  id: string,
  asOf: string | undefined,
  cursor: string | undefined,
  signal: AbortSignal,
) {
  const page = await get<Page<TimelineEntry>>(`${pathOf[object]}/${id}/timeline`, { limit: 30, cursor, asOf }, signal);
  return { ...page, data: page.data.map(itemOfTimeline) };
}

/** The quickest few matches, for the palette and for pickers. */
export function searchOptions(object: ObjectName, q: string, limit = 6) {
  return queryOptions({
    queryKey: [...listKey(object), 'search', q, limit],
    queryFn: ({ signal }) => get<Page<KithRecord>>(pathOf[object], { q: q || undefined, limit }, signal),
    select: (answer: Page<KithRecord>) => answer.data,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
