import { z } from 'zod';
import type { Context } from '#platform/context';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { type AgendaDays, agendaDays } from './rules/agenda.ts';
import { isKnownZone } from './rules/zone.ts';
import { zonesOf } from './store/zones.ts';

/** Whose tasks are meant, and where the days begin that they are sorted into. */
export const agendaInput = {
  assignee: z
    .union([z.enum(['me', 'anyone', 'nobody']), idSchema('user')])
    .default('me')
    .meta({ description: 'Whose tasks: me, anyone, nobody, or the id of a user.' }),
  queue: z.string().trim().min(1).max(100).optional().meta({ description: 'Only what lies on this pile.' }),
  priority: z.enum(['low', 'normal', 'high', 'urgent']).optional().meta({ description: 'Only what is so pressing.' }),
  timeZone: z
    .string()
    .max(100)
    .refine(isKnownZone, 'must be a time zone, such as Europe/Berlin')
    .optional()
    .meta({ description: 'Where the days begin; unless told, where the person is.' }),
};

interface Asked {
  assignee: string;
  queue?: string | undefined;
  priority?: string | undefined;
  timeZone?: string | undefined;
}

/** The filter of a list for what was asked, and the days where the person is. */
export async function agendaOf(
  context: Context,
  { assignee, queue, priority, timeZone }: Asked,
): Promise<{ zone: string; filter: object; days: AgendaDays }> {
  const { actor, now, sql } = context;
  const me = actor.type === 'user' ? actor.id : null;
  const zone = timeZone ?? (await zonesOf(sql, me ? [me] : []))(me);
  const parts: object[] = [{ status: { eq: 'open' } }];
  if (assignee === 'nobody') parts.push({ assigneeId: { empty: true } });
  else if (assignee !== 'anyone')
    parts.push({ assigneeId: { eq: publicId('us', assignee === 'me' ? actor.id : assignee) } });
  if (queue) parts.push({ queue: { eq: queue } });
  if (priority) parts.push({ priority: { eq: priority } });
  return { zone, filter: { and: parts }, days: agendaDays(now, zone) };
}
