import '../errors.ts';
import { z } from 'zod';
import { Problem } from '#platform/errors';
import { failedEvent, replayFailed } from '#platform/handlers';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { failedId } from '../inputs.ts';

export const replayFailedEvent = defineOperation({
  name: 'failedEvents.replay',
  summary: 'Gives an event that was put aside to its handler again, once.',
  kind: 'write',
  permission: 'handlers:write',
  route: { method: 'POST', path: '/events/failed/:id/replay' },
  positional: ['id'],
  input: z.strictObject({ id: failedId }),
  problems: ['event_not_handled'],
  output: z.object({ id: z.string(), handler: z.string(), status: z.string() }),
  async run(context, { id }) {
    const failed = await failedEvent(context.tx, id);
    if (!failed)
      throw new Problem('not_found', {
        detail: `There is no failed event ${publicId('fe', id)} in this workspace. It may have been replayed already.`,
      });
    try {
      const status = await replayFailed(context, failed);
      if (status !== 'unheard') return { id: publicId('fe', id), handler: failed.handler, status };
    } catch (error) {
      throw new Problem('event_not_handled', {
        detail: `The handler ${failed.handler} still cannot take it: ${String((error as Error | null)?.message ?? error).slice(0, 500)}`,
        cause: error,
      });
    }
    throw new Problem('event_not_handled', {
      detail: `No handler is called ${failed.handler} any more. The event stays where it is.`,
    });
  },
});
