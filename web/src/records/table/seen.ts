import { useEffect } from 'react';
import type { RecordPages } from './pages.ts';

/** What a list tells of itself: the rows in view, and of how many. */
export interface Seen {
  first: number;
  last: number;
  total: RecordPages['total'];
}

export function useSeen(
  onSeen: (seen: Seen) => void,
  total: Seen['total'],
  first: number,
  fits: number,
  count: number,
): void {
  const totalCount = total?.count;
  const exact = total?.exact === true;
  useEffect(() => {
    onSeen({
      first,
      last: Math.min(count, first + fits),
      total: totalCount === undefined ? undefined : { count: totalCount, exact },
    });
  }, [onSeen, totalCount, exact, first, fits, count]);
}
