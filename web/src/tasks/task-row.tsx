import { Check, Circle, Repeat } from 'lucide-react';
import type { Task } from '../data/tasks.ts';
import { tasksTexts as words } from '../texts/index.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Chip } from '../ui/chip.tsx';
import { cx } from '../ui/cx.ts';
import { exactDay, exactTime } from '../ui/format.ts';
import { AboutLink } from './about-link.tsx';
import { dueWords, isOverdue, repeatWords } from './due-words.ts';
import { SnoozeMenu } from './snooze-menu.tsx';
import { taskActions } from './task-actions.ts';

interface TaskRowProps {
  task: Task;
  active?: boolean;
  mayWrite: boolean;
  /** Who is to do it is worth saying. */
  named?: boolean;
  /** In a card, which is as narrow as a phone. */
  small?: boolean;
  onFocus?: () => void;
  onOpen: () => void;
}

/** Something to do: done with one press, moved with two, opened with a click. */
export function TaskRow({ task, active, mayWrite, named, small, onFocus, onOpen }: TaskRowProps) {
  return (
    <li
      data-task={task.id}
      className={cx(
        'group relative flex items-center gap-2 border-line border-b',
        small ? 'min-h-11 py-1 last:border-0' : 'min-h-list-row px-4 tab:min-h-11',
        active ? 'bg-hover' : 'hover:bg-hover',
      )}
    >
      {mayWrite && <DoneButton task={task} />}
      <div className={cx('flex min-w-0 grow flex-col', !small && 'tab:flex-row tab:items-center tab:gap-3')}>
        <span className="flex min-w-0 items-center gap-2">
          <button
            type="button"
            onClick={onOpen}
            onFocus={onFocus}
            className="min-w-0 truncate text-left font-medium after:absolute after:inset-0 focus-visible:outline-0 focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
            dir="auto"
          >
            {task.subject}
          </button>
          {(task.priority === 'high' || task.priority === 'urgent') && (
            <Chip tone={task.priority === 'urgent' ? 'danger' : 'warning'}>{words.priorities[task.priority]}</Chip>
          )}
          {task.repeat && <Repeats repeat={task.repeat} />}
        </span>
        <span className={cx('flex min-w-0 items-center gap-3 text-xs', !small && 'tab:ml-auto')}>
          {!small && <AboutLink task={task} className="tab:max-w-72" />}
          {task.queue && !small && <span className="truncate text-secondary max-tab:hidden">{task.queue}</span>}
          <Due task={task} />
        </span>
      </div>
      {named && (
        <span data-tip={task.assignee?.name ?? words.fields.nobody} className="relative inline-flex shrink-0">
          {task.assignee ? <Avatar name={task.assignee.name} /> : <span className="text-faint">–</span>}
          <span className="only-read">{task.assignee?.name ?? words.fields.nobody}</span>
        </span>
      )}
      {mayWrite && (
        <span className="relative shrink-0">
          <SnoozeMenu task={task} />
        </span>
      )}
    </li>
  );
}

function DoneButton({ task }: { task: Task }) {
  return (
    <button
      type="button"
      aria-label={words.complete(task.subject)}
      data-tip={words.completeKey}
      data-keys="X"
      onClick={() => void taskActions.complete(task)}
      className="group/done relative z-[1] grid size-control shrink-0 place-items-center rounded-full text-mark hover:text-accent"
    >
      <Circle aria-hidden className="size-4.5" />
      <Check aria-hidden className="absolute size-3 opacity-0 transition-opacity group-hover/done:opacity-100" />
    </button>
  );
}

function Repeats({ repeat }: { repeat: string }) {
  return (
    <span data-tip={repeatWords(repeat)} className="relative inline-flex shrink-0 text-secondary">
      <Repeat aria-hidden className="size-3.5" />
      <span className="only-read">{repeatWords(repeat)}</span>
    </span>
  );
}

function Due({ task }: { task: Task }) {
  if (!task.dueAt) return null;
  return (
    <time
      dateTime={task.dueOn ?? task.dueAt}
      data-tip={task.dueOn ? exactDay(task.dueOn) : exactTime(task.dueAt)}
      className={cx('relative shrink-0 whitespace-nowrap', isOverdue(task) ? 'text-danger-text' : 'text-secondary')}
    >
      {dueWords(task)}
    </time>
  );
}
