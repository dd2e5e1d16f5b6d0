import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { afterTelling } from '../rules/telling.ts';
import { scheduleTelling } from '../schedule.ts';
import { type DueTelling, keepTold, nextTellingAt, takeTellings } from '../store/tellings.ts';

const chunkSize = 500;
const againAfterMs = 10_000;

export const tellDue = defineOperation({
  name: 'tasks.tellDue',
  summary: 'Tells of the next tasks that are due soon or overdue, each once.',
  kind: 'write',
  permission: 'tasks:tell',
  input: z.strictObject({}),
  async run(context) {
    const due = await takeTellings(context.tx, context.now, chunkSize);
    const byWhom = Map.groupBy(due, ({ tell, assigneeId }) => `${tell} ${assigneeId}`);
    for (const some of byWhom.values()) {
      const [{ tell, assigneeId }] = some as [DueTelling];
      const recordIds = some.map((one) => one.id);
      const data = { assigneeId: assigneeId && publicId('us', assigneeId) };
      context.emit({ type: `crm.task.${tell}`, object: 'task', recordIds, data });
    }
    const told = due.map((one) => {
      const next = afterTelling(one.tell, { ...one, open: true, remindAt: null });
      return { id: one.id, told: one.tell, toldFor: one.tellAt, next };
    });
    await keepTold(context.tx, told);
    const { at, clock } = await nextTellingAt(context.tx);
    const more = due.length > 0 && at !== null && at <= context.now;
    // Where this machine's clock stands behind that of the database, the next run waits instead of coming back at once.
    if (at && !more) scheduleTelling(context, new Date(Math.max(at.getTime(), clock.getTime() + againAfterMs)));
    return { told: due.length, more };
  },
});
