import { z } from 'zod';
import { positionBefore } from '#platform/events';
import { sendBack } from '#platform/handlers';
import { defineOperation } from '#platform/operations';
import { handlerName, handlerNamed } from '../inputs.ts';

export const replayHandler = defineOperation({
  name: 'handlers.replay',
  summary: 'Sends a handler back in the log: it has every event since a moment again.',
  kind: 'write',
  permission: 'handlers:write',
  route: { method: 'POST', path: '/events/handlers/:name/replay' },
  positional: ['name'],
  input: z.strictObject({
    name: handlerName,
    from: z.iso.datetime({ offset: true }).meta({ description: 'The moment, as 2026-11-21T08:00:00Z.' }),
  }),
  output: z.object({ handler: z.string(), from: z.iso.datetime() }),
  async run(context, { name, from }) {
    const handler = handlerNamed(name);
    const position = await positionBefore(context.tx, new Date(from));
    await sendBack(context.ports.database, context.tx, context.workspaceId, handler.name, position);
    return { handler: handler.name, from: new Date(from).toISOString() };
  },
});
