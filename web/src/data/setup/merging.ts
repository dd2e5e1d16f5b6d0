import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { refreshEverything } from '../cached.ts';
import { kith } from '../kith.ts';

export interface Named {
  id: string;
  name: string;
}

/** Two contacts that may be one. */
export interface Pair {
  first: Named;
  second: Named;
  reasons: string[];
  suggestedAt: string;
}

interface PairPage {
  data: Pair[];
  page: { next?: string };
}

export const pairsOptions = infiniteQueryOptions({
  queryKey: ['duplicates'],
  queryFn: ({ pageParam, signal }) =>
    kith.call<PairPage>({ method: 'GET', path: '/duplicates' }, { limit: 30, cursor: pageParam }, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.page.next,
});

/** A field of contacts that are to become one: what each holds, what survives, and of whom. */
export interface PreviewRow {
  field: string;
  label: string;
  value: unknown;
  from: string | null;
  why: string;
  values: { recordId: string; value: unknown }[];
}

interface Preview {
  fields: PreviewRow[];
  moves: { object: string; count: number }[];
}

/** What is to become one, and which values were chosen by hand: ids of contacts by field. */
export interface MergeDraft {
  winnerId: string;
  ids: string[];
  fields: Record<string, string>;
}

export const previewOptions = (draft: MergeDraft) =>
  queryOptions({
    queryKey: ['duplicates', 'preview', draft],
    queryFn: ({ signal }) => kith.call<Preview>({ method: 'POST', path: '/contacts/merge/preview' }, draft, { signal }),
    placeholderData: keepPreviousData,
  });

/** A merge that stands, or was taken back. */
export interface Merge {
  id: string;
  winner: Named;
  merged: Named[];
  status: 'merging' | 'merged' | 'unmerging' | 'unmerged';
  at: string;
  by: Named | null;
}

export async function mergeContacts(draft: MergeDraft): Promise<Merge> {
  const merge = await kith.call<Merge>({ method: 'POST', path: '/contacts/merge' }, draft);
  refreshEverything();
  return merge;
}

export async function keepApart({ first, second }: Pair): Promise<void> {
  await kith.call({ method: 'POST', path: '/duplicates/dismiss' }, { firstId: first.id, secondId: second.id });
  refreshEverything();
}

export const mergesOptions = (recordId: string) =>
  queryOptions({
    queryKey: ['merges', recordId],
    queryFn: ({ signal }) =>
      kith.call<{ data: Merge[] }>({ method: 'GET', path: '/merges' }, { recordId, limit: 50 }, { signal }),
  });

/** Something that only a person can tell, before a merge is taken back. */
export interface Question {
  key: string;
  question: string;
  value?: unknown;
  options: Named[];
}

export async function questionsOf(id: string): Promise<Question[]> {
  return (await kith.call<{ data: Question[] }>({ method: 'GET', path: '/merges/:id/questions' }, { id })).data;
}

export async function takeBack(id: string, answers: Record<string, string>): Promise<void> {
  await kith.call({ method: 'POST', path: '/merges/:id/undo' }, { id, answers });
  refreshEverything();
}
