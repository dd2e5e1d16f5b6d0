import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { CircleCheck, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import {
  type FailedEvent,
  failedEventOptions,
  failedEventsOptions,
  replayAllFailed,
  replayFailed,
} from '../data/setup/event-handlers.ts';
import { eventsTexts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { say, sayFailed } from '../ui/overlay/toast.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { Time } from '../ui/time.tsx';

const words = eventsTexts.failed;

/** The events that a handler could not take, each with why, and a way to try again. */
export function FailedList() {
  const list = useInfiniteQuery(failedEventsOptions);
  const all = useMutation({
    mutationFn: replayAllFailed,
    onSuccess: ({ events }) => say(words.running(events)),
    onError: (error) => sayFailed(ApiProblem.from(error).detail),
  });
  if (list.error && !list.data) return <ProblemNote error={list.error} />;
  if (!list.data) return <Skeleton className="h-20 w-full" />;
  const failed = list.data.pages.flatMap((page) => page.data);
  if (failed.length === 0) {
    return (
      <p className="flex items-center gap-2 rounded-card border border-line px-4 py-3">
        <CircleCheck aria-hidden className="text-success" />
        {words.none}
      </p>
    );
  }
  return (
    <section aria-labelledby="failed-heading" className="grid gap-3">
      <div className="flex items-start gap-4">
        <div className="grow">
          <h3 id="failed-heading" className="font-semibold">
            {words.title}
          </h3>
          <p className="text-secondary">{words.text}</p>
        </div>
        <Button icon={RotateCcw} busy={all.isPending} onClick={() => all.mutate()}>
          {words.all}
        </Button>
      </div>
      <ul className="divide-y divide-line rounded-card border border-line">
        {failed.map((one) => (
          <FailedRow key={one.id} failed={one} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="justify-self-start" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  );
}

function FailedRow({ failed }: { failed: FailedEvent }) {
  const [open, setOpen] = useState(false);
  const type = failed.type ?? words.unknown;
  const again = useMutation({
    mutationFn: () => replayFailed(failed.id),
    onSuccess: () => say(words.done),
    onError: (error) => sayFailed(ApiProblem.from(error).detail),
  });
  return (
    <li className="grid gap-1 py-2.5 pr-2 pl-4">
      <div className="flex items-center gap-3">
        <span className="min-w-0 grow">
          <code className="wrap-anywhere font-mono text-xs">{type}</code>{' '}
          <span className="text-secondary">
            {words.by(failed.handler)} <Time at={failed.failedAt} />
          </span>
        </span>
        <Button
          small
          icon={RotateCcw}
          aria-label={words.againOne(type)}
          busy={again.isPending}
          onClick={() => again.mutate()}
        >
          {words.again}
        </Button>
      </div>
      <p className="wrap-anywhere text-danger-text">{failed.error}</p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="text-secondary hover:text-text">{words.data}</summary>
        {open && <EventData id={failed.id} />}
      </details>
    </li>
  );
}

function EventData({ id }: { id: string }) {
  const { data, error } = useQuery(failedEventOptions(id));
  if (error) return <ProblemNote error={error} />;
  if (!data) return <Skeleton className="h-16 w-full" />;
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-control bg-sunken p-3 font-mono text-xs"
    >
      {data.event ? JSON.stringify(data.event, null, 2) : words.goneEvent}
    </pre>
  );
}
