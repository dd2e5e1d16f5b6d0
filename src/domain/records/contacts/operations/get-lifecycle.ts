import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { RecordAnswer } from '#platform/records';
import { lifecycleSchema } from '../rules/lifecycle.ts';
import { keptLifecycle } from '../store/lifecycle.ts';

export const getLifecycle = defineOperation({
  name: 'contacts.lifecycle.get',
  summary: 'Gets the stages of life that contacts come through, in their order.',
  kind: 'read',
  permission: 'contacts:read',
  route: { method: 'GET', path: '/contacts/lifecycle' },
  input: z.strictObject({}),
  output: lifecycleSchema,
  async run(context) {
    const { lifecycle, version } = await keptLifecycle(context.sql);
    return new RecordAnswer(JSON.stringify(lifecycle), version);
  },
});
