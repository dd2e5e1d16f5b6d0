import { sayWithUndo } from '../data/changes.ts';
import { ApiProblem } from '../data/problem.ts';
import { completeTask, createTask, deleteTask, type Task, type TaskValues, updateTask } from '../data/tasks.ts';
import { tasksTexts as words } from '../texts/index.ts';
import { sayFailed } from '../ui/overlay/toast.tsx';
import { dayOf, dayText } from './days.ts';
import { dueWords } from './due-words.ts';

async function said(run: Promise<string | undefined>, done: string, failed: (why: string) => string): Promise<boolean> {
  try {
    sayWithUndo(done, await run);
    return true;
  } catch (error) {
    sayFailed(failed(ApiProblem.from(error).detail));
    return false;
  }
}

/** A task moved to another day keeps its hour. */
function onDay(task: Task, day: string | null): TaskValues {
  if (day === null) return { dueAt: null, dueOn: null };
  if (task.dueOn || !task.dueAt) return { dueOn: day };
  const at = new Date(task.dueAt);
  const moved = dayOf(day);
  moved.setHours(at.getHours(), at.getMinutes());
  // An hour that is over today would leave it overdue: then any time of the day will do.
  return moved <= new Date() && day === dayText(new Date())
    ? { dueOn: day }
    : { dueAt: moved.toISOString(), dueOn: null };
}

/** What can be done with a task at once; each says what came of it, with the way back. Answers whether it was done. */
export const taskActions = {
  create: (values: TaskValues & { subject: string }) =>
    said(createTask(values), words.created(values.subject), words.notCreated),
  complete: (task: Task) =>
    said(completeTask(task), words.completed(task.subject), (why) => words.notCompleted(task.subject, why)),
  move(task: Task, day: string | null) {
    const values = onDay(task, day);
    const when = dueWords({ dueAt: values.dueAt ?? null, dueOn: values.dueOn ?? null });
    // What repeats needs a time: it cannot be left without one.
    return said(updateTask(task, values), words.moved(task.subject, when), words.notSaved);
  },
  delete: (task: Task) => said(deleteTask(task), words.deleted(task.subject), words.notSaved),
};
