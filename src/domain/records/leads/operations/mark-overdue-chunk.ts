import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { overdue } from '../events.ts';
import { lead } from '../fields.ts';
import { scheduleOverdue } from '../schedule.ts';
import { markOverdue, nextDue } from '../store/leads.ts';

const mostAtOnce = 1000;

export const markOverdueChunk = defineOperation({
  name: 'leads.markOverdueChunk',
  summary: 'Marks the next thousand leads that nobody has accepted in time.',
  kind: 'write',
  permission: 'leads:write',
  input: z.strictObject({}),
  async run(context) {
    const late = await markOverdue(context.tx, context.now, mostAtOnce);
    for (const [ownerId, some] of Map.groupBy(late, (one) => one.ownerId)) {
      const data = { ownerId: ownerId && publicId('us', ownerId) };
      context.emit({ type: overdue.type, object: lead.name, recordIds: some.map(({ id }) => id), data });
    }
    context.count(late.length);
    const more = late.length === mostAtOnce;
    const next = more ? undefined : await nextDue(context.tx);
    if (next) scheduleOverdue(context, next);
    return { marked: late.length, more };
  },
});
