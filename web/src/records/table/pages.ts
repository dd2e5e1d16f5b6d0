import { useQueries } from '@tanstack/react-query';
import { useEffect, useReducer, useRef } from 'react';
import { type ListQuery, pageOptions, pageSize } from '../../data/records.ts';
import type { KithRecord } from '../../data/types.ts';

interface Total {
  count: number;
  exact: boolean;
}

interface Chain {
  /** Where each page begins; the first begins nowhere. */
  cursors: (string | undefined)[];
  /** How many records the list has, once its end has been seen. */
  end?: number | undefined;
  total?: Total | undefined;
}

/** The cursors of lists seen in this session: going back to a list finds it where it was left. */
const chains = new Map<string, Chain>();

function chainOf(key: string): Chain {
  const chain = chains.get(key) ?? { cursors: [undefined] };
  chains.set(key, chain);
  return chain;
}

export interface RecordPages {
  /** The record at a place, or undefined while it is on its way. */
  at: (index: number) => KithRecord | undefined;
  /** Rows that can be scrolled to: those known, and one page of those that follow. */
  count: number;
  total: Total | undefined;
  /** The rows belong to the list as it was before the last change of sort or filter. */
  stale: boolean;
  error: unknown;
  loading: boolean;
}

/**
 * A list of any length through cursors: only the pages around the window are asked for and kept, so that a million rows
 * cost as much as a hundred.
 */
export function useRecordPages(list: ListQuery, first: number, last: number): RecordPages {
  const key = JSON.stringify(list);
  const chain = chainOf(key);
  const [, grow] = useReducer((times: number) => times + 1, 0);
  const known = chain.cursors.length - 1;
  const from = Math.min(known, Math.floor(first / pageSize));
  const to = Math.min(known, Math.floor(last / pageSize) + 1);
  const pages = useQueries({
    queries: Array.from({ length: to - from + 1 }, (_, at) => pageOptions(list, chain.cursors[from + at])),
  });

  let grown = false;
  pages.forEach((page, at) => {
    if (!page.data) return;
    const index = from + at;
    const { next, total, totalIsExact } = page.data.page;
    if (total !== undefined) chain.total = { count: total, exact: totalIsExact !== false };
    if (!next) {
      chain.cursors.length = index + 1;
      chain.end = index * pageSize + page.data.data.length;
    } else if (chain.cursors[index + 1] !== next) {
      grown = true;
      chain.cursors[index + 1] = next;
      chain.end = undefined;
    }
  });
  useEffect(() => {
    if (grown) grow();
  });

  const error = pages.find((page) => page.error)?.error ?? null;
  const loading = pages.every((page) => page.isPending);
  const before = useRef<RecordPages | undefined>(undefined);
  const now: RecordPages = {
    at: (index) => pages[Math.floor(index / pageSize) - from]?.data?.data[index % pageSize],
    count: chain.end ?? chain.cursors.length * pageSize,
    total: chain.end === undefined ? chain.total : { count: chain.end, exact: true },
    stale: false,
    error,
    loading,
  };
  const settled = !loading && !error;
  useEffect(() => {
    if (settled) before.current = now;
  });
  // While a new list is on its way the old one stays, so that nothing jumps.
  if (loading && before.current) return { ...before.current, stale: true, error };
  return now;
}

/** Where the known pages of a list begin. */
export function cursorsOf(list: ListQuery): readonly (string | undefined)[] {
  return chainOf(JSON.stringify(list)).cursors;
}
