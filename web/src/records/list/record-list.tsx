import { Link } from '@tanstack/react-router';
import { Mail, Phone } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ObjectName } from '../../data/catalogue.ts';
import type { ListQuery } from '../../data/records.ts';
import type { KithRecord } from '../../data/types.ts';
import { namedOf, nameOf } from '../../data/values.ts';
import { TierMark } from '../../scoring/tier-mark.tsx';
import { tierOf } from '../../scoring/tiers.ts';
import { texts } from '../../texts/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemState } from '../../ui/state.tsx';
import { useTokenPx } from '../../ui/token.ts';
import { rememberNeighbours } from '../table/neighbours.ts';
import { useRecordPages } from '../table/pages.ts';
import { type Seen, useSeen } from '../table/seen.ts';
import { useRestoredScroll } from '../table/use-restored-scroll.ts';
import { useTrack } from '../table/window.ts';
import { SwipeRow } from './swipe-row.tsx';

interface RecordListProps {
  list: ListQuery;
  empty: ReactNode;
  onSeen: (seen: Seen) => void;
}

/** The same list on a phone: two lines a record, and a swipe to call or write. */
export function RecordList({ list, empty, onSeen }: RecordListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rowPx = useTokenPx('--spacing-list-row');
  const [count, setCount] = useState(0);
  const { track, scrollPx, viewPx } = useTrack(scroller, rowPx, count, 0);
  const pages = useRecordPages(list, track.first, Math.max(track.first, track.last));
  if (pages.count !== count) setCount(pages.count);
  useRestoredScroll(scroller, list, count > 0);
  useEffect(() => rememberNeighbours(list), [list]);
  useSeen(onSeen, pages.total, Math.round(scrollPx / rowPx), Math.floor(viewPx / rowPx), count);
  if (pages.error && pages.loading) return <ProblemState error={pages.error} />;
  if (!pages.loading && !pages.stale && count === 0) return <>{empty}</>;
  const rows = [];
  for (let index = track.first; index <= track.last; index++) rows.push(index);
  return (
    <div ref={scroller} className="min-h-0 grow overflow-y-auto overscroll-contain">
      <ul aria-label={texts.objects[list.object].many} className="relative" style={{ height: track.heightPx }}>
        {rows.map((index) => (
          <li
            key={index}
            className="absolute inset-x-0 h-list-row border-line border-b"
            style={{ transform: `translateY(${index * rowPx + track.shiftPx}px)` }}
          >
            <TwoLines object={list.object} record={pages.at(index)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function TwoLines({ object, record }: { object: ObjectName; record: KithRecord | undefined }) {
  if (!record) {
    return (
      <div className="grid h-full content-center gap-2 px-4">
        <Skeleton className="h-3 w-1/2" />
        <Skeleton className="h-3 w-2/3" />
      </div>
    );
  }
  const second =
    object === 'contact' ? [record.title, namedOf(record, 'accountId')?.name] : [record.industry, record.billingCity];
  const actions = [
    ...(record.phone ? [{ label: texts.list.call, icon: Phone, href: `tel:${String(record.phone)}` }] : []),
    ...(record.email ? [{ label: texts.list.mail, icon: Mail, href: `mailto:${String(record.email)}` }] : []),
  ];
  return (
    <SwipeRow actions={actions}>
      <Link
        to={object === 'contact' ? '/contacts/$id' : '/accounts/$id'}
        params={{ id: record.id }}
        draggable={false}
        className="ring-inside flex h-full items-center gap-3 px-4 active:bg-hover"
      >
        <Avatar name={nameOf(record)} size="medium" square={object === 'account'} />
        <span className="min-w-0 grow">
          <span className="block truncate text-left font-medium" dir="auto">
            {nameOf(record)}
          </span>
          <span className="block truncate text-secondary">
            {second.filter(Boolean).join(' · ') || String(record.email ?? record.domain ?? '')}
          </span>
        </span>
        {object === 'contact' && typeof record.leadScore === 'number' && (
          <span className="tabular flex items-center gap-1.5">
            {record.leadScore}
            <TierMark tier={tierOf(record.scoreTier)} named />
          </span>
        )}
      </Link>
    </SwipeRow>
  );
}
