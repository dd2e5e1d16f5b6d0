import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { sessionOf } from '../authenticate.ts';
import { sessionsOf } from '../store/sessions.ts';
import { ownUser } from './get-profile.ts';

export const listSessions = defineOperation({
  name: 'sessions.list',
  summary: 'Lists where one is signed in, the last used first.',
  kind: 'read',
  permission: 'profile:read',
  route: { method: 'GET', path: '/profile/sessions' },
  input: z.strictObject({}),
  output: z.object({
    data: z.array(
      z.object({
        id: z.string(),
        current: z.boolean().meta({ description: 'The session that asks.' }),
        begunBy: z.string().meta({ description: 'How: link, password, password and code, …' }),
        createdAt: z.iso.datetime(),
        seenAt: z.iso.datetime().meta({ description: 'When it was last used, to the minute.' }),
        userAgent: z.string().nullable(),
        address: z.string().nullable(),
      }),
    ),
  }),
  async run(context) {
    const user = await ownUser(context);
    const current = sessionOf(context.actor)?.id;
    const rows = await sessionsOf(context.sql, user.id, context.now);
    return {
      data: rows.map(({ id, createdAt, seenAt, ...rest }) => ({
        ...rest,
        id: publicId('se', id),
        current: id === current,
        createdAt: createdAt.toISOString(),
        seenAt: seenAt.toISOString(),
      })),
    };
  },
});
