import { CircleCheck, ListTodo } from 'lucide-react';
import type { DeedItem } from '../data/types.ts';
import { dueWords } from '../tasks/due-words.ts';
import { composerTexts as words } from '../texts/index.ts';
import { Time } from '../ui/time.tsx';
import { iconOf, kindName } from './kinds.ts';
import { timelineMark } from './timeline-entry.tsx';

/** A task or a message in a timeline. */
export function Deed({ item }: { item: DeedItem }) {
  const isTask = item.kind === 'task';
  const type = item.type ?? 'email';
  const Icon = isTask ? (item.status === 'done' ? CircleCheck : ListTodo) : iconOf(type);
  return (
    <>
      <span className={timelineMark}>
        <Icon aria-hidden className="size-3.5" />
      </span>
      <p className="flex min-h-6 min-w-0 grow flex-wrap items-center gap-x-2">
        <span className="min-w-0 font-medium" dir="auto">
          {item.subject || kindName(type)}
        </span>
        <span className="text-secondary">
          {(isTask ? taskWords(item) : messageWords(item, type)).filter(Boolean).join(' · ')}
        </span>
        <Time at={item.at} className="ml-auto whitespace-nowrap text-secondary text-xs" />
      </p>
    </>
  );
}

function taskWords({ status, dueAt = null, dueOn = null, actor }: DeedItem) {
  const due = status === 'open' && dueAt ? words.due(dueWords({ dueAt, dueOn })) : '';
  return [words.task(status), due, actor?.name];
}

function messageWords({ direction, actor }: DeedItem, type: string) {
  return [kindName(type), direction && words[direction], actor?.name];
}
