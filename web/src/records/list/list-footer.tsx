import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { countOptions, type ListQuery } from '../../data/records.ts';
import { texts } from '../../texts/index.ts';
import { number } from '../../ui/format.ts';
import type { Seen } from '../table/seen.ts';

/** Where one is in the list, and how long it is; the exact number of a long one on demand. */
export function ListFooter({ list, seen }: { list: ListQuery; seen: Seen | undefined }) {
  const key = JSON.stringify([list.q, list.filter]);
  const [asked, setAsked] = useState<string>();
  const exact = useQuery({ ...countOptions(list), enabled: asked === key });
  const total = asked === key && exact.data !== undefined ? { count: exact.data, exact: true } : seen?.total;
  return (
    <footer className="tabular flex h-footer shrink-0 items-center justify-center gap-1 border-line border-t text-secondary text-xs">
      {seen && total && total.count > 0 && (
        <>
          <span>{texts.table.range(number(seen.first + 1), number(Math.max(seen.last, seen.first + 1)))}</span>
          {total.exact ? (
            <span>{texts.table.of(number(total.count))}</span>
          ) : (
            <button
              type="button"
              onClick={() => setAsked(key)}
              aria-busy={exact.isFetching}
              data-tip={texts.table.countExactly}
              className="hit-area hover:text-text hover:underline"
            >
              {texts.table.of(`${number(total.count)}+`)}
            </button>
          )}
        </>
      )}
    </footer>
  );
}
