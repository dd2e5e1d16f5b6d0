import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { peopleByName } from '../store/users.ts';

const most = 1000;

/** Whoever gives somebody a record needs their name; what they may do, and when they were last here, is for those who read users. */
export const listPeople = defineOperation({
  name: 'people.list',
  summary: 'Lists who works in the workspace, by name: whom one can give records and tasks to.',
  kind: 'read',
  permission: 'people:read',
  route: { method: 'GET', path: '/people' },
  tool: true,
  input: z.strictObject({
    q: z.string().trim().max(200).optional().meta({ description: 'How any part of a name, or the address, begins.' }),
    limit: z.coerce.number().int().min(1).max(most).default(200),
  }),
  output: z.object({
    data: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        active: z.boolean().meta({ description: 'May sign in, and be given something.' }),
      }),
    ),
    page: z.object({ next: z.null().meta({ description: 'There is one page: ask for others by q.' }) }),
  }),
  async run(context, { q, limit }) {
    const people = await peopleByName(context.sql, q ?? '', limit);
    return { data: people.map((one) => ({ ...one, id: publicId('us', one.id) })), page: { next: null } };
  },
});
