import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, History, LoaderCircle } from 'lucide-react';
import { Suspense, useState } from 'react';
import { type EventHandler, handlersOptions } from '../data/setup/event-handlers.ts';
import { eventsTexts } from '../texts/index.ts';
import { IconButton } from '../ui/button.tsx';
import { duration } from '../ui/format.ts';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote } from '../ui/state.tsx';

const words = eventsTexts.handlers;
const ReplayDialog = lazily(() => import('./replay-dialog.tsx').then((module) => module.ReplayDialog));

/** Who reads the log, and how far each has come. */
export function HandlerList() {
  const { data: handlers, error } = useQuery(handlersOptions);
  const [replaying, setReplaying] = useState<string>();
  if (error && !handlers) return <ProblemNote error={error} />;
  if (!handlers) return <Skeleton className="h-60 w-full" />;
  return (
    <>
      <ul className="divide-y divide-line rounded-card border border-line">
        {handlers.map((handler) => (
          <HandlerRow key={handler.name} handler={handler} onReplay={() => setReplaying(handler.name)} />
        ))}
      </ul>
      <Suspense>{replaying && <ReplayDialog name={replaying} onClose={() => setReplaying(undefined)} />}</Suspense>
    </>
  );
}

function HandlerRow({ handler, onReplay }: { handler: EventHandler; onReplay: () => void }) {
  const { name, summary, hears, behind, secondsBehind, failures, lastError, failed } = handler;
  const wrong = failures > 0 || failed > 0;
  const Icon = wrong ? CircleAlert : behind > 0 ? LoaderCircle : CircleCheck;
  const states = [
    behind > 0 ? words.behind(behind, duration(secondsBehind)) : words.upToDate,
    failures > 0 && words.failing(failures, lastError ?? ''),
    failed > 0 && words.failed(failed),
  ];
  return (
    <li className="flex items-start gap-3 py-2.5 pr-2 pl-4">
      <Icon
        aria-hidden
        className={wrong ? 'mt-0.5 text-danger' : behind > 0 ? 'mt-0.5 text-secondary' : 'mt-0.5 text-success'}
      />
      <span className="min-w-0 grow">
        <span className="block font-medium">{summary}</span>
        <span className={wrong ? 'wrap-anywhere block text-danger-text' : 'block text-secondary'}>
          {states.filter(Boolean).join(' · ')}
        </span>
        <span className="wrap-anywhere block text-secondary text-xs">
          <code className="font-mono">{name}</code> · {words.hears(hears.join(', '))}
        </span>
      </span>
      <IconButton icon={History} label={words.replayOf(name)} onClick={onReplay} />
    </li>
  );
}
