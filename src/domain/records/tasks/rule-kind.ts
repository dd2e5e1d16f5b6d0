import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { tryParseId } from '#platform/ids';
import { checkedValues, defineKind } from '#platform/records';
import { task, taskRule } from './fields.ts';
import { describedTask } from './make-tasks.ts';
import { checkTrigger } from './trigger.ts';

function refuse(path: string, message: string): never {
  throw new Problem('validation_failed', { detail: `${path}: ${message}.`, mistakes: [{ path, message }] });
}

async function checkTask(context: Context, value: unknown): Promise<void> {
  const { assigneeId } = describedTask(value);
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
      if (set.task !== undefined) await checkTask(context, set.task);
      await checkTrigger(context, set, before);
    }
  },
});
