import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { eventCatalogue } from '#platform/events';
import { objectCatalogue } from '#platform/fields';
import { tryParseId } from '#platform/ids';
import { checkedValues, defineKind, listCondition } from '#platform/records';
import { task, taskRule } from './fields.ts';
import { madeTask } from './rules/made-task.ts';
import { readRepeat } from './rules/repeat.ts';
import { ruleEvents } from './rules/rule-events.ts';

function refuse(path: string, message: string): never {
  throw new Problem('validation_failed', { detail: `${path}: ${message}.`, mistakes: [{ path, message }] });
}

/** The type of event that a name or another name of it means, among those that rules may wait for. */
function eventNamed(name: string): string {
  const named = [...eventCatalogue().values()].find(({ type, aliases }) => type === name || aliases?.includes(name));
  if (named && ruleEvents.includes(named.type)) return named.type;
  const known = ruleEvents.filter((type) => eventCatalogue().has(type));
  return refuse('event', `must be one that rules may wait for: ${known.join(', ')}`);
}

async function checkTask(context: Context, value: unknown): Promise<void> {
  const made = madeTask.safeParse(value);
  if (!made.success) {
    const [issue] = made.error.issues;
    return refuse(['task', ...(issue?.path ?? [])].join('.'), issue?.message ?? 'is not a task');
  }
  const { assigneeId, repeat } = made.data;
  if (repeat !== undefined && !readRepeat(repeat))
    refuse('task.repeat', 'must be daily, weekdays, weekly, monthly, yearly, or a rule');
  if (assigneeId === undefined) return;
  const user = assigneeId.startsWith('us_') ? tryParseId('us', assigneeId) : undefined;
  if (!user) refuse('task.assigneeId', 'must be the id of a user, as us_…');
  await checkedValues(context, task, { assigneeId: user }).catch((error) => {
    if (error instanceof Problem) refuse('task.assigneeId', `there is no user ${assigneeId} in this workspace`);
    throw error;
  });
}

/** What is special about rules: their event is known, their filter can be read, and their task can be made. */
defineKind({
  object: taskRule,
  async prepare(context, drafts) {
    for (const { set, before } of drafts) {
      if (typeof set.event === 'string') set.event = eventNamed(set.event);
      if (set.task !== undefined) await checkTask(context, set.task);
      if (set.filter === undefined && set.event === undefined) continue;
      const { filter = before?.filter, event = before?.event } = set;
      const object = eventCatalogue().get(String(event))?.object;
      const known = object === undefined ? undefined : objectCatalogue().get(object);
      if (filter && known) await listCondition(context, known, { filter });
    }
  },
});
