import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { visibleViews } from '../store/views.ts';

export const listViews = defineOperation({
  name: 'views.list',
  summary: 'Lists the saved views that I may use: mine and the shared ones.',
  kind: 'read',
  permission: 'views:read',
  route: { method: 'GET', path: '/views' },
  input: z.strictObject({ object: z.string().max(50).optional() }),
  output: z.object({ data: z.array(z.looseObject({ id: z.string(), name: z.string(), object: z.string() })) }),
  run: async (context, { object }) => ({ data: await visibleViews(context.sql, context.actor.id, object) }),
});
