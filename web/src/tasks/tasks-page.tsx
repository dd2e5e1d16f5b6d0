import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useRef, useState } from 'react';
import { useMay } from '../data/permissions.ts';
import { useSession } from '../data/session.ts';
import { agendaOptions, type Task } from '../data/tasks.ts';
import { useOpenRecord } from '../kinds/links.ts';
import { PageHeader, PageTitle } from '../shell/page-header.tsx';
import { useShortcut } from '../shell/shortcuts.ts';
import { useTitle } from '../shell/title.ts';
import { tasksTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { PageState, ProblemState } from '../ui/state.tsx';
import { aboutOf } from './about-link.tsx';
import { AgendaFilter } from './agenda-filter.tsx';
import { AgendaList } from './agenda-list.tsx';
import { QuickAdd } from './quick-add.tsx';
import { taskActions } from './task-actions.ts';
import type { TasksSearch } from './tasks-search.ts';

const TaskDialog = lazily(() => import('./task-dialog.tsx').then((module) => module.TaskDialog));

const from = '/shell/tasks';
const shownFirst = 50;
const shownMost = 200;

/** What is to be done, by the day it is due: mine at first, everybody's on demand. */
export function TasksPage() {
  const search = useSearch({ from });
  const mayRead = useMay('tasks:read');
  const mayWrite = useMay('tasks:write');
  const go = useGo();
  const me = useSession()?.user.id;
  const input = useRef<HTMLInputElement>(null);
  useTitle(words.title);
  useShortcut('c', () => input.current?.focus(), mayWrite);
  return (
    <>
      <PageHeader>
        <PageTitle>{words.title}</PageTitle>
      </PageHeader>
      {mayRead ? (
        <>
          <div className="grid shrink-0 gap-2 border-line border-b px-4 py-2">
            {mayWrite && (
              <QuickAdd
                input={input}
                placeholder={words.addHint}
                given={{
                  ...assignedTo(search.assignee ?? me),
                  ...(search.queue ? { queue: search.queue } : {}),
                }}
              />
            )}
            <AgendaFilter search={search} onChange={(part) => go({ ...search, ...part, task: undefined })} />
          </div>
          <Agenda search={search} mayWrite={mayWrite} onOpen={(task) => go({ ...search, task })} />
        </>
      ) : (
        <PageState drawing="lock" title={words.forbidden} />
      )}
      <Suspense>
        {search.task && <TaskDialog id={search.task} onClose={() => go({ ...search, task: undefined })} />}
      </Suspense>
    </>
  );
}

/** A new task is for whose tasks are looked at, where that is one person. */
function assignedTo(assignee: string | undefined) {
  return assignee?.startsWith('us_') ? { assigneeId: assignee } : {};
}

function useGo() {
  const navigate = useNavigate();
  return (search: { [name in keyof TasksSearch]: TasksSearch[name] | undefined }) =>
    void navigate({
      to: '/tasks',
      search: Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as TasksSearch,
      replace: true,
    });
}

interface AgendaProps {
  search: TasksSearch;
  mayWrite: boolean;
  onOpen: (id: string) => void;
}

function Agenda({ search, mayWrite, onOpen }: AgendaProps) {
  const [limit, setLimit] = useState(shownFirst);
  const go = useGo();
  const query = { assignee: search.assignee ?? 'me', queue: search.queue, priority: search.priority };
  const found = useQuery({ ...agendaOptions(query, limit), placeholderData: keepPreviousData });
  if (found.error && !found.data) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const sections = found.data.sections.filter((section) => section.tasks.length > 0);
  if (sections.length === 0) {
    const filtered = Boolean(search.assignee || search.queue || search.priority);
    return filtered ? (
      <PageState
        drawing="search"
        title={words.noneFound}
        text={words.noneFoundText}
        action={<Button onClick={() => go({})}>{words.clear}</Button>}
      />
    ) : (
      <PageState drawing="clock" title={words.none} text={words.noneText} />
    );
  }
  return (
    <>
      <Keys tasks={sections.flatMap((section) => section.tasks)} mayWrite={mayWrite} onOpen={onOpen} />
      <AgendaList
        sections={sections}
        mayWrite={mayWrite}
        named={query.assignee !== 'me'}
        onOpen={onOpen}
        onMore={limit < shownMost ? () => setLimit(shownMost) : undefined}
      />
    </>
  );
}

/** The task that the keyboard stands on is the one with the focus, or the first. */
function Keys({
  tasks,
  mayWrite,
  onOpen,
}: {
  tasks: readonly Task[];
  mayWrite: boolean;
  onOpen: (id: string) => void;
}) {
  const openRecord = useOpenRecord();
  const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-task="${id}"] button[dir]`);
  const place = () => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-task]')?.dataset.task;
    return tasks.findIndex((task) => task.id === focused);
  };
  const step = (by: number) => {
    const next = tasks[Math.min(tasks.length - 1, Math.max(0, place() + by))];
    if (next) rowOf(next.id)?.focus();
  };
  const onActive = (run: (task: Task) => void) => () => {
    const task = tasks[Math.max(0, place())];
    if (task) run(task);
  };
  const complete = (task: Task) => {
    const next = tasks[tasks.indexOf(task) + 1] ?? tasks[tasks.indexOf(task) - 1];
    void taskActions.complete(task);
    // The row goes, and the keyboard stays in the list.
    if (next) rowOf(next.id)?.focus();
  };
  useShortcut('j', () => step(1));
  useShortcut('k', () => step(-1));
  useShortcut(
    'enter',
    onActive((task) => onOpen(task.id)),
  );
  useShortcut(
    'e',
    onActive((task) => onOpen(task.id)),
    mayWrite,
  );
  useShortcut('x', onActive(complete), mayWrite);
  useShortcut(
    'o',
    onActive((task) => {
      const about = aboutOf(task);
      if (about) openRecord(about.object, about.id);
    }),
  );
  return null;
}

function Waiting() {
  return (
    <div aria-busy="true" className="grid content-start">
      {[1, 2, 3, 4, 5, 6].map((line) => (
        <div key={line} className="grid h-list-row content-center gap-2 border-line border-b px-4 tab:h-11">
          <Skeleton className="h-3 w-1/2" />
        </div>
      ))}
    </div>
  );
}
