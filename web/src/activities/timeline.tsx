import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ObjectName } from '../data/catalogue.ts';
import { timelineKey, timelinePage } from '../data/records.ts';
import type { TimelineItem } from '../data/types.ts';
import { recordTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { dayName } from '../ui/format.ts';
import { Segments } from '../ui/segments.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState, ProblemNote } from '../ui/state.tsx';
import { TimelineEntry } from './timeline-entry.tsx';

type Shown = 'all' | 'activity' | 'change';

interface TimelineProps {
  object: ObjectName;
  id: string;
  /** Nothing that came after this moment. */
  until: string | undefined;
}

interface Day {
  name: string;
  items: TimelineItem[];
}

function byDay(items: TimelineItem[]): Day[] {
  const days: Day[] = [];
  for (const item of items) {
    const name = dayName(item.at, texts.common);
    const last = days.at(-1);
    if (last?.name === name) last.items.push(item);
    else days.push({ name, items: [item] });
  }
  return days;
}

/** Everything that happened with a record, the newest first: what people did, and what was changed. */
export function Timeline({ object, id, until }: TimelineProps) {
  const [shown, setShown] = useState<Shown>('all');
  const pages = useInfiniteQuery({
    queryKey: [...timelineKey(object, id), until ?? null],
    queryFn: ({ pageParam, signal }) => timelinePage(object, id, until, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.page.next ?? undefined,
  });
  const items = (pages.data?.pages.flatMap((page) => page.data) ?? []).filter(
    (item) => shown === 'all' || (shown === 'change') === (item.kind === 'change' || item.kind === 'created'),
  );
  const days = byDay(items);
  return (
    <div>
      <div className="flex items-center justify-between pb-2">
        <h2 className="font-semibold">{recordTexts.record.timeline}</h2>
        <Segments
          label={recordTexts.activities.shown}
          chosen={shown}
          onChoose={setShown}
          choices={recordTexts.activities.filters}
        />
      </div>
      {pages.error && <ProblemNote error={pages.error} />}
      {pages.isPending && <Waiting />}
      {days.map((day) => (
        <section key={day.name} className="relative [contain-intrinsic-size:auto_200px] [content-visibility:auto]">
          <h3 className="sticky top-0 z-[1] bg-surface py-2 font-medium text-secondary text-xs">{day.name}</h3>
          <ol className="relative before:absolute before:top-0 before:bottom-0 before:left-3 before:w-line before:bg-line">
            {day.items.map((item) => (
              <TimelineEntry key={item.id} object={object} item={item} />
            ))}
          </ol>
        </section>
      ))}
      {!pages.isPending && !pages.error && items.length === 0 && (
        <PageState drawing="clock" title={recordTexts.activities.none} text={recordTexts.activities.noneText} />
      )}
      {pages.hasNextPage && <More busy={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />}
    </div>
  );
}

/** Fetches what is older when it comes into sight; the button is there for those who don't scroll. */
function More({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const ref = useRef<HTMLDivElement>(null);
  const newest = useRef(onMore);
  newest.current = onMore;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && newest.current(), {
      rootMargin: '400px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={ref} className="grid justify-items-center py-4">
      <Button small kind="quiet" busy={busy} onClick={onMore}>
        {recordTexts.activities.older}
      </Button>
    </div>
  );
}

function Waiting() {
  return (
    <div className="grid gap-5 pt-3">
      {[1, 2, 3, 4].map((line) => (
        <div key={line} className="flex gap-3">
          <Skeleton className="size-6" />
          <div className="grid grow content-center gap-2">
            <Skeleton className="h-3 w-1/3" />
            <Skeleton className="h-3 w-2/3" />
          </div>
        </div>
      ))}
    </div>
  );
}
