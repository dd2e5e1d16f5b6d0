import { z } from 'zod';
import { type Decision, rejectersOf, routeRecords } from '#domain/routing';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { answerSoon } from '#platform/records';
import { rejected } from '../events.ts';
import { lead } from '../fields.ts';
import { statusOf } from '../rules/lead-settings.ts';
import { leadSettings } from '../store/lead-settings.ts';
import { heldLead, refuseClosed, writeLead } from '../write-lead.ts';

export const rejectLead = defineOperation({
  name: 'leads.reject',
  summary: 'Gives one lead back with a reason; the rules find somebody else, and nobody who has given it back before.',
  kind: 'write',
  permission: 'leads:write',
  route: { method: 'POST', path: '/leads/:id/reject' },
  tool: true,
  positional: ['id'],
  subject: lead.name,
  answers: lead.name,
  input: z.strictObject({
    id: idSchema(lead.name),
    reason: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .refine((text) => !text.includes('\u0000'), 'must not contain NUL characters')
      .meta({ description: 'Why it is given back.' }),
  }),
  problems: ['conflict'],
  async run(context, { id, reason }) {
    const values = await heldLead(context, id);
    refuseClosed(id, values);
    const previous = values.ownerId as string | null;
    if (!previous) throw new Problem('conflict', { detail: 'Nobody has this lead, so nobody can give it back.' });
    const decision = await nextOwner(context, id, values, previous);
    const because = `${context.actor.name} gave it back: ${reason} ${decision?.because ?? ''}`.trim();
    const { settings } = await leadSettings(context.sql);
    const set = {
      status: statusOf(settings, decision?.ownerId ? 'assigned' : 'new'),
      ownerId: decision?.ownerId ?? null,
      territoryId: decision?.territoryId ?? null,
      assignedBecause: because,
      rejectionReason: reason,
    };
    await writeLead(context, id, set, { rejectedBy: previous, decision });
    const data = { previousOwnerId: publicId('us', previous) };
    context.emit({ type: rejected.type, object: lead.name, recordIds: [id], data });
    return answerSoon(context, lead, id);
  },
});

async function nextOwner(
  context: Context,
  id: string,
  values: Values,
  previous: string,
): Promise<Decision | undefined> {
  const without = new Set([previous, ...(await rejectersOf(context.sql, id))]);
  return (await routeRecords(context, [{ values, without }]))[0];
}
