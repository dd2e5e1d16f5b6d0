import { z } from 'zod';
import { handlerCatalogue } from '#platform/events';
import { handlerLags } from '#platform/handlers';
import { defineOperation } from '#platform/operations';

export const listHandlers = defineOperation({
  name: 'handlers.list',
  summary: 'Lists the handlers: what each hears, how far it is behind the log, and what it could not take.',
  kind: 'read',
  permission: 'handlers:read',
  route: { method: 'GET', path: '/events/handlers' },
  input: z.strictObject({}),
  output: z.object({
    data: z.array(
      z.object({
        name: z.string(),
        summary: z.string(),
        hears: z.array(z.string()),
        behind: z.number().int().meta({ description: 'How many events it has not had yet.' }),
        secondsBehind: z.number(),
        failures: z.number().int(),
        lastError: z.string().nullable(),
        failed: z.number().int().meta({ description: 'How many events it was given and could not take.' }),
      }),
    ),
  }),
  async run(context) {
    const handlers = [...handlerCatalogue().values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const lags = await handlerLags(context.sql, handlers);
    const data = handlers.map(({ name, summary, on }, index) => {
      const { behind = 0, oldestAt = null, failures = 0, lastError = null, failed = 0 } = lags[index] ?? {};
      const secondsBehind = oldestAt ? Math.max(0, (context.now.getTime() - oldestAt.getTime()) / 1000) : 0;
      return { name, summary, hears: [...on].sort(), behind, secondsBehind, failures, lastError, failed };
    });
    return { data };
  },
});
