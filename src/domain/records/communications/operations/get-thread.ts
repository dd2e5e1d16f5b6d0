import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { getRecord, listRecords } from '#platform/records';
import { communication } from '../fields.ts';

export const getThread = defineOperation({
  name: 'communications.thread',
  summary: 'Lists the conversation that a communication belongs to, the first first.',
  kind: 'read',
  permission: 'communications:read',
  route: { method: 'GET', path: '/communications/:id/thread' },
  positional: ['id'],
  subject: 'communication',
  input: z.strictObject({
    id: idSchema('communication'),
    limit: z.coerce.number().int().min(1).max(200).default(200).meta({ description: 'Communications on a page.' }),
    cursor: z.string().max(2000).optional().meta({ description: 'page.next of the page before.' }),
  }),
  answersPage: communication.name,
  async run(context, { id, limit, cursor }) {
    const one = (await getRecord(context, communication, id)).parse() as { externalThreadId: string | null };
    if (one.externalThreadId === null) return { data: [one], page: {} };
    const filter = { externalThreadId: { eq: one.externalThreadId } };
    return listRecords(context, communication, { filter, sort: 'sentAt', limit, cursor });
  },
});
