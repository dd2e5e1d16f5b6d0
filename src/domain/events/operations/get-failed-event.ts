import { z } from 'zod';
import { Problem } from '#platform/errors';
import { eventById, outwardEvents } from '#platform/events';
import { failedEvent } from '#platform/handlers';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { failedId } from '../inputs.ts';
import { failedAnswer, presentFailed } from '../rules/present.ts';

export const getFailedEvent = defineOperation({
  name: 'failedEvents.get',
  summary: 'Gets an event that a handler could not take, with its data and why.',
  kind: 'read',
  permission: 'handlers:read',
  route: { method: 'GET', path: '/events/failed/:id' },
  positional: ['id'],
  input: z.strictObject({ id: failedId }),
  output: failedAnswer.extend({ event: z.looseObject({}).nullable() }),
  async run(context, { id }) {
    const failed = await failedEvent(context.sql, id);
    if (!failed)
      throw new Problem('not_found', { detail: `There is no failed event ${publicId('fe', id)} in this workspace.` });
    const event = await eventById(context.sql, failed.eventId, failed.eventAt);
    return { ...presentFailed(failed), event: event ? (outwardEvents(event)[0] ?? null) : null };
  },
});
