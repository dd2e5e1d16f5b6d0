import { queryOptions } from '@tanstack/react-query';
import { kith } from './kith.ts';
import { listKey } from './records.ts';
import type { Named } from './types.ts';

/** What is expected of a month, as it stood on a day; amounts are decimals. */
export interface ForecastState {
  day: string;
  currency: string;
  commit: string;
  bestCase: string;
  pipeline: string;
  closed: string;
  expected: string;
  /** Since the day before it; null where that is not to be compared. */
  moved: string | null;
}

export interface ForecastHistory {
  pipeline: Named;
  /** As `2026-12`. */
  month: string;
  now: ForecastState | null;
  /** The latest day first. */
  data: ForecastState[];
}

/** How the forecast of a month of a pipeline moved; asked anew whenever a deal changes, as lists are. */
export const forecastOptions = (pipelineId: string, month: string) =>
  queryOptions({
    queryKey: [...listKey('deal'), 'forecast', pipelineId, month],
    queryFn: ({ signal }) =>
      kith.call<ForecastHistory>(
        { method: 'GET', path: '/pipelines/:id/forecasts' },
        { id: pipelineId, month },
        { signal },
      ),
  });
