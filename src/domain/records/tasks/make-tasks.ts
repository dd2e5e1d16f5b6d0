import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import type { ObjectType } from '#platform/fields';
import { createRecords, currentValues, namesOf } from '#platform/records';
import { task } from './fields.ts';
import { type MadeTask, madeTask, type RuleSubject, taskOf } from './rules/made-task.ts';
import { readRepeat } from './rules/repeat.ts';
import { zonesOf } from './store/zones.ts';

/** The task that a rule describes. Errors: `validation_failed`. */
export function describedTask(value: unknown): MadeTask {
  const made = madeTask.safeParse(value);
  if (!made.success) {
    const [issue] = made.error.issues;
    return refuse(['task', ...(issue?.path ?? [])].join('.'), issue?.message ?? 'is not a task');
  }
  const { repeat } = made.data;
  if (repeat !== undefined && !readRepeat(repeat))
    refuse('task.repeat', 'must be daily, weekdays, weekly, monthly, yearly, or a rule');
  return made.data;
}

function refuse(path: string, message: string): never {
  throw new Problem('validation_failed', { detail: `${path}: ${message}.`, mistakes: [{ path, message }] });
}

/** Records as tasks are made of them, by id. */
export async function subjectsOf(
  context: Context,
  object: ObjectType,
  ids: readonly string[],
): Promise<Map<string, RuleSubject>> {
  const [values, names] = await Promise.all([currentValues(context, object, ids), namesOf(context, object, ids)]);
  return new Map(
    [...values].map(([id, held]) => [id, { kind: object.name, id, name: names.get(id) ?? '', values: held }]),
  );
}

/** Whose a record is: its owner, or who is to do it. */
export function ownerOf({ values }: RuleSubject): string | null {
  return ((values.ownerId ?? values.assigneeId) as string | null | undefined) ?? null;
}

/** Makes the task that a rule describes, once for each of some records and whoever is to do it. `ruleId` is that of a task rule. */
export async function makeTasks(
  context: Context,
  made: MadeTask,
  { ruleId, at }: { ruleId: string | null; at: Date },
  wanted: readonly { subject: RuleSubject; assigneeId: string | null }[],
): Promise<void> {
  const assignees = [...new Set(wanted.map(({ assigneeId }) => assigneeId).filter((id) => id !== null))];
  const zoneOf = await zonesOf(context.tx, assignees);
  const sets = wanted.map(({ subject, assigneeId }) =>
    taskOf(made, subject, ruleId, at, { assigneeId, zone: zoneOf(assigneeId) }),
  );
  await createRecords(context, task, sets);
}
