import type { Priority } from '../data/tasks.ts';

/** What the address of the tasks page says. */
export interface TasksSearch {
  /** Whose tasks: mine unless it says so. */
  assignee?: string;
  queue?: string;
  priority?: Priority;
  /** The task that is open. */
  task?: string;
}

const texts = ['assignee', 'queue', 'priority', 'task'] as const;

export function readTasksSearch(search: Record<string, unknown>): TasksSearch {
  return Object.fromEntries(
    texts.map((name) => [name, search[name]]).filter(([, value]) => typeof value === 'string' && value),
  );
}
