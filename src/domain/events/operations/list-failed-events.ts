import { z } from 'zod';
import { failedEvents } from '#platform/handlers';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { failedId, handlerName } from '../inputs.ts';
import { failedAnswer, presentFailed } from '../rules/present.ts';

export const listFailedEvents = defineOperation({
  name: 'failedEvents.list',
  summary: 'Lists the events that a handler could not take, oldest first.',
  kind: 'read',
  permission: 'handlers:read',
  route: { method: 'GET', path: '/events/failed' },
  input: z.strictObject({
    handler: handlerName.optional().meta({ description: 'Only those of this handler.' }),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: failedId.optional().meta({ description: 'As page.next of the page before.' }),
  }),
  output: z.object({
    data: z.array(failedAnswer.extend({ type: z.string().nullable() })),
    page: z.object({ next: z.string().nullable() }),
  }),
  async run(context, { handler, limit, cursor }) {
    const found = await failedEvents(context.sql, { handler, after: cursor, most: limit + 1 });
    const data = found.slice(0, limit).map((one) => ({ ...presentFailed(one), type: one.type }));
    const last = found.length > limit ? found[limit - 1] : undefined;
    return { data, page: { next: last ? publicId('fe', last.id) : null } };
  },
});
