import { z } from 'zod';
import { failedCount } from '#platform/handlers';
import { addJob } from '#platform/jobs';
import { defineOperation } from '#platform/operations';
import { handlerName } from '../inputs.ts';
import { replayFailedEvents } from '../jobs/replay-failed-events.ts';

export const replayAllFailed = defineOperation({
  name: 'failedEvents.replayAll',
  summary: 'Gives all events that were put aside to their handlers again, or those of one handler, in the background.',
  kind: 'write',
  permission: 'handlers:write',
  route: { method: 'POST', path: '/events/failed/replay' },
  input: z.strictObject({ handler: handlerName.optional().meta({ description: 'Only those of this handler.' }) }),
  output: z.object({ status: z.enum(['done', 'running']), events: z.number().int() }),
  async run(context, { handler }) {
    const { events, last } = await failedCount(context.tx, handler);
    if (!last) return { status: 'done' as const, events };
    const queue = `events:${context.workspaceId}`;
    addJob(context.tx, context, replayFailedEvents, { handler, last }, { queue });
    return { status: 'running' as const, events };
  },
});
