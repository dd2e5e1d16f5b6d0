import { Link } from '@tanstack/react-router';
import { Mail, Phone } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type ObjectName, useFieldMap } from '../../data/catalogue.ts';
import type { ListQuery } from '../../data/records.ts';
import type { KithRecord } from '../../data/types.ts';
import { nameOf } from '../../data/values.ts';
import { kindOf } from '../../kinds/index.ts';
import { recordLink } from '../../kinds/links.ts';
import { texts } from '../../texts/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemState } from '../../ui/state.tsx';
import { useTokenPx } from '../../ui/token.ts';
import { FieldValue } from '../field/field-value.tsx';
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
      <ul aria-label={kindOf(list.object).words.many} className="relative" style={{ height: track.heightPx }}>
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
  const kind = kindOf(object);
  const figure = useFieldMap(object).get(kind.figure ?? '');
  if (!record) {
    return (
      <div className="grid h-full content-center gap-2 px-4">
        <Skeleton className="h-3 w-1/2" />
        <Skeleton className="h-3 w-2/3" />
      </div>
    );
  }
  const actions = [
    ...(/\d/.test(String(record.phone))
      ? [{ label: texts.list.call, icon: Phone, href: `tel:${String(record.phone)}` }]
      : []),
    ...(String(record.email).includes('@')
      ? [{ label: texts.list.mail, icon: Mail, href: `mailto:${String(record.email)}` }]
      : []),
  ];
  return (
    <SwipeRow actions={actions}>
      <Link
        {...recordLink(object, record.id)}
        draggable={false}
        className="ring-inside flex h-full items-center gap-3 px-4 active:bg-hover"
      >
        <Avatar name={nameOf(record)} size="medium" square={kind.square} />
        <span className="min-w-0 grow">
          <span className="block truncate text-left font-medium" dir="auto">
            {nameOf(record)}
          </span>
          <span className="block truncate text-secondary">{kind.line(record) || kind.hint(record)}</span>
        </span>
        {figure && <FieldValue field={figure} record={record} />}
      </Link>
    </SwipeRow>
  );
}
