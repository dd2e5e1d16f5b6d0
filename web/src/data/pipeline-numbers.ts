import { queryOptions } from '@tanstack/react-query';
import { kith } from './kith.ts';
import { listKey } from './records.ts';
import type { Named } from './types.ts';

interface Counted {
  count: number;
  /** Decimal, in the currency of the workspace. */
  amount: string;
}

/** The numbers of a pipeline; shares from 0 to 1, null where there is nothing to count. */
export interface PipelineNumbers {
  pipeline: Named;
  currency: string;
  open: Counted & { weighted: string; rotting: number };
  won: Counted;
  lost: Counted & { reasons: (Counted & { reason: string | null })[] };
  winRate: number | null;
  averageCycleHours: number | null;
  stages: (Counted & { id: string; name: string; kind: 'open' | 'won' | 'lost'; weighted: string; rotting: number })[];
  conversion: { stageId: string; reached: number; further: number; rate: number | null }[];
}

export interface Comparison {
  data: PipelineNumbers[];
  /** Ids of the leading pipelines. */
  best: { winRate: string | null; wonAmount: string | null; cycle: string | null };
}

/** All pipelines by their numbers; asked anew whenever a deal changes, as lists are. */
export const comparisonOptions = queryOptions({
  queryKey: [...listKey('deal'), 'numbers'],
  queryFn: ({ signal }) => kith.call<Comparison>({ method: 'GET', path: '/pipelines/compare' }, {}, { signal }),
});
