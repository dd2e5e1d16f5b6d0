import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation, refuseMissing } from '#platform/operations';
import { logOf } from '../store/log.ts';

const most = 1000;

export const getLog = defineOperation({
  name: 'communications.log',
  summary: 'Lists what became of a communication, step by step, the first first.',
  kind: 'read',
  permission: 'communications:read',
  route: { method: 'GET', path: '/communications/:id/log' },
  positional: ['id'],
  subject: 'communication',
  input: z.strictObject({ id: idSchema('communication') }),
  output: z.object({ data: z.array(z.looseObject({ id: z.string(), step: z.string(), at: z.unknown() })) }),
  async run(context, { id }) {
    await refuseMissing('communication', id, context.sql);
    const entries = await logOf(context.sql, id, most);
    return { data: entries.map((entry) => ({ ...entry, id: publicId('cl', entry.id) })) };
  },
});
