import { CalendarClock, Flag, Repeat } from 'lucide-react';
import type { ReactNode } from 'react';
import { tasksTexts as words } from '../texts/index.ts';
import { dueWords, repeatWords } from './due-words.ts';
import type { QuickTask } from './quick-task.ts';

/** What a line was understood to say of a task, before it is stored. */
export function Understood({ task }: { task: QuickTask }) {
  const due = task.dueAt || task.dueOn;
  const parts: [string, ReactNode][] = [];
  if (due)
    parts.push([
      dueWords({ dueAt: task.dueAt ?? null, dueOn: task.dueOn ?? null }),
      <CalendarClock key="due" aria-hidden />,
    ]);
  if (task.repeat) parts.push([repeatWords(task.repeat), <Repeat key="repeat" aria-hidden />]);
  if (task.priority) parts.push([words.priorities[task.priority], <Flag key="flag" aria-hidden />]);
  if (parts.length === 0) return null;
  return (
    <p
      role="status"
      aria-label={words.understood}
      className="flex min-w-0 flex-wrap items-center gap-x-3 text-secondary text-xs"
    >
      <span className="truncate font-medium text-text" dir="auto">
        {task.subject}
      </span>
      {parts.map(([text, icon]) => (
        <span key={text} className="inline-flex items-center gap-1">
          {icon}
          {text}
        </span>
      ))}
    </p>
  );
}
