import { queryOptions } from '@tanstack/react-query';
import type { ObjectName } from './catalogue.ts';
import { keptChangeSet } from './changes.ts';
import { kith, type Page } from './kith.ts';
import { queryClient } from './query-client.ts';
import type { Named } from './types.ts';

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** What a task can be about, by the field that says so. */
export const aboutFields = { contactId: 'contact', dealId: 'deal', leadId: 'lead', accountId: 'account' } as const;
export type AboutField = keyof typeof aboutFields;
type About = Partial<Record<AboutField, string | null> & Record<(typeof aboutFields)[AboutField], Named | null>>;

export interface Task extends About {
  id: string;
  version: number;
  subject: string;
  description: string | null;
  status: 'open' | 'done' | 'cancelled';
  priority: Priority;
  dueAt: string | null;
  /** The day, where no hour matters. */
  dueOn: string | null;
  repeat: string | null;
  assigneeId: string | null;
  assignee?: Named | null;
  queue: string | null;
}

export type TaskValues = Partial<
  Pick<Task, 'subject' | 'description' | 'priority' | 'dueAt' | 'dueOn' | 'repeat' | 'assigneeId' | 'queue'>
> & { [field in AboutField]?: string };

export interface AgendaQuery {
  /** me, anyone, nobody, or the id of a user. */
  assignee: string;
  queue?: string | undefined;
  priority?: Priority | undefined;
}

export type SectionName = 'overdue' | 'today' | 'upcoming' | 'later';

export interface AgendaSection {
  name: SectionName;
  count: number;
  countIsExact: boolean;
  tasks: Task[];
}

interface Agenda {
  today: string;
  sections: AgendaSection[];
}

export interface TaskCounts {
  overdue: number;
  overdueIsExact: boolean;
  today: number;
  days: { date: string; count: number }[];
  queues: string[];
}

/** All of this hears of every change of a task. */
const tasksKey = ['tasks'] as const;
const agendaKey = [...tasksKey, 'agenda'] as const;

// Days begin where the reader is, as all times are shown.
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

export function agendaOptions(query: AgendaQuery, limit: number) {
  return queryOptions({
    queryKey: [...agendaKey, query, limit],
    queryFn: ({ signal }) =>
      kith.call<Agenda>({ method: 'GET', path: '/tasks/agenda' }, { ...query, limit, timeZone }, { signal }),
  });
}

/** How many tasks wait for the one who is signed in. */
export const taskCountsOptions = queryOptions({
  queryKey: [...tasksKey, 'counts'],
  queryFn: ({ signal }) => kith.call<TaskCounts>({ method: 'GET', path: '/tasks/counts' }, { timeZone }, { signal }),
});

export function taskOptions(id: string) {
  return queryOptions({
    queryKey: [...tasksKey, 'one', id],
    queryFn: ({ signal }) => kith.call<Task>({ method: 'GET', path: '/tasks/:id' }, { id }, { signal }),
  });
}

const fieldOf = (object: ObjectName) => `${object}Id`;

/** The open tasks about a record, what is due first above. */
export function tasksAboutOptions(object: ObjectName, id: string) {
  return queryOptions({
    queryKey: [...tasksKey, 'about', object, id],
    queryFn: ({ signal }) =>
      kith.call<Page<Task>>(
        { method: 'GET', path: '/tasks' },
        { filter: { and: [{ [fieldOf(object)]: { eq: id } }, { status: { eq: 'open' } }] }, sort: 'dueAt', limit: 20 },
        { signal },
      ),
  });
}

const refreshTasks = () => queryClient.invalidateQueries({ queryKey: tasksKey });

/** Changes tasks wherever they are shown, without asking the server; `undefined` takes one away. */
function changeShown(id: string, change: (task: Task) => Task | undefined): void {
  const changed = (tasks: Task[]) => tasks.flatMap((task) => (task.id === id ? (change(task) ?? []) : task));
  queryClient.setQueriesData<Agenda>(
    { queryKey: agendaKey },
    (agenda) =>
      agenda && {
        ...agenda,
        sections: agenda.sections.map((section) => {
          const tasks = changed(section.tasks);
          return { ...section, tasks, count: section.count - (section.tasks.length - tasks.length) };
        }),
      },
  );
  queryClient.setQueriesData<Page<Task>>(
    { queryKey: [...tasksKey, 'about'] },
    (page) => page && { ...page, data: changed(page.data) },
  );
}

/** Runs a write on tasks that shows at once what will come of it. Answers with the change set that takes it back. */
async function written(run: (call: ReturnType<typeof keptChangeSet>['call']) => Promise<unknown>) {
  const kept = keptChangeSet();
  // What is on its way would show what was before the write.
  await queryClient.cancelQueries({ queryKey: tasksKey });
  try {
    await run(kept.call);
    return kept.id();
  } finally {
    void refreshTasks();
  }
}

export const createTask = (values: TaskValues) =>
  written((call) => kith.call({ method: 'POST', path: '/tasks' }, values, call));

export function completeTask({ id }: Task): Promise<string | undefined> {
  return written((call) => {
    changeShown(id, () => undefined);
    return kith.call({ method: 'POST', path: '/tasks/:id/complete' }, { id }, call);
  });
}

export function updateTask({ id, version }: Task, values: TaskValues): Promise<string | undefined> {
  return written((call) => {
    changeShown(id, (task) => ({ ...task, ...values }));
    return kith.call({ method: 'PATCH', path: '/tasks/:id' }, { ...values, id }, { ...call, version });
  });
}

export function deleteTask({ id }: Task): Promise<string | undefined> {
  return written((call) => {
    changeShown(id, () => undefined);
    return kith.call({ method: 'DELETE', path: '/tasks/:id' }, { id }, call);
  });
}
