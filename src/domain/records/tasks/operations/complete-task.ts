import { z } from 'zod';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { defineOperation, missing } from '#platform/operations';
import { answerWritten, currentValues, updateRecords } from '#platform/records';
import { task } from '../fields.ts';
import { followersOf } from '../store/followers.ts';

export const completeTask = defineOperation({
  name: 'tasks.complete',
  summary: 'Marks a task as done; one that repeats is followed by its next.',
  kind: 'write',
  permission: 'tasks:write',
  route: { method: 'POST', path: '/tasks/:id/complete' },
  tool: true,
  positional: ['id'],
  subject: 'task',
  input: z.strictObject({ id: idSchema('task') }),
  problems: ['task_closed', 'version_changed'],
  output: z.looseObject({
    id: z.string(),
    next: z.looseObject({ id: z.string() }).nullable().meta({ description: 'The task that it comes again as.' }),
  }),
  async run(context, { id }) {
    const before = (await currentValues(context, task, [id], 'lock')).get(id);
    if (!before || before.deletedAt) throw missing(task.name, id);
    if (before.status !== 'open')
      throw new Problem('task_closed', {
        detail: `The task is ${before.status} already. Open it again to complete it anew.`,
      });
    await updateRecords(context, task, [{ id, set: { status: 'done' }, expectedVersion: context.expectedVersion }]);
    const follower = (await followersOf(context.tx, [id])).get(id);
    const next = follower ? (await answerWritten(context, task, follower.id)).parse() : null;
    return { ...((await answerWritten(context, task, id)).parse() as Record<string, unknown>), next };
  },
});
