import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Thresholds } from '../scoring/tier-at.ts';
import type { ObjectName } from './catalogue.ts';
import { kith, type Page, recordsOf } from './kith.ts';
import { itemOfTimeline, type TimelineEntry } from './timeline-items.ts';
import type { Component, KithRecord, Score } from './types.ts';

/** What a list shows: which records, in which order. */
export interface ListQuery {
  object: ObjectName;
  q?: string | undefined;
  filter?: Record<string, unknown> | undefined;
  sort?: string | undefined;
  /** Only these fields of each record; all when it is not said. */
  fields?: readonly string[] | undefined;
}

export const pageSize = 100;

export const listKey = (object: ObjectName) => ['records', object, 'list'] as const;

/** One page of a list. Pages are asked for one by one, so that those far from the window can be forgotten. */
export function pageOptions(list: ListQuery, cursor: string | undefined, limit = pageSize) {
  const { object, q, filter, sort, fields } = list;
  const count = cursor === undefined && limit === pageSize ? 'bounded' : undefined;
  return queryOptions({
    queryKey: [...listKey(object), { q, filter, sort, fields, limit }, cursor ?? null],
    queryFn: ({ signal }) => recordsOf(object).list({ limit, cursor, q, filter, sort, fields, count }, { signal }),
    gcTime: 2 * 60_000,
  });
}

/** How many records there are, exactly: about a second per million, so only when somebody asks. */
export function countOptions({ object, q, filter }: ListQuery) {
  return queryOptions({
    queryKey: [...listKey(object), 'count', { q, filter }],
    queryFn: ({ signal }) => recordsOf(object).list({ limit: 1, count: 'exact', q, filter }, { signal }),
    select: (answer: Page<KithRecord>) => answer.page.total ?? 0,
  });
}

export const recordKey = (object: ObjectName, id: string) => ['records', object, 'one', id] as const;

export function recordOptions(object: ObjectName, id: string) {
  return queryOptions({
    queryKey: recordKey(object, id),
    queryFn: ({ signal }) => recordsOf(object).get({ id }, { signal }),
  });
}

/** The record as it was. */
export function recordAsOfOptions(object: ObjectName, id: string, asOf: string | undefined) {
  return queryOptions({
    queryKey: [...recordKey(object, id), 'asOf', asOf],
    queryFn: async ({ signal }): Promise<KithRecord> => {
      const record = await recordsOf(object).get({ id, asOf }, { signal });
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
    queryFn: ({ signal }) => kith.call<Score>({ method: 'GET', path: '/contacts/:id/score' }, { id }, { signal }),
  });
}

export const scoringModelOptions = queryOptions({
  queryKey: ['scoring-model'],
  queryFn: ({ signal }) =>
    kith.scoring.model.get<{ weights: Record<Component, number>; thresholds: Thresholds }>({}, { signal }),
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
  const page = await recordsOf(object).timeline<Page<TimelineEntry>>({ id, limit: 30, cursor, asOf }, { signal });
  return { ...page, data: page.data.map(itemOfTimeline) };
}

/** The quickest few matches, for the palette and for pickers. */
export function searchOptions(object: ObjectName, q: string, limit = 6) {
  return queryOptions({
    queryKey: [...listKey(object), 'search', q, limit],
    queryFn: ({ signal }) => recordsOf(object).list({ q: q || undefined, limit }, { signal }),
    select: (answer: Page<KithRecord>) => answer.data,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
