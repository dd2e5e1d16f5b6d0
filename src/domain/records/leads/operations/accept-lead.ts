import { z } from 'zod';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { answerSoon } from '#platform/records';
import { lead } from '../fields.ts';
import { kindOfStatus, statusOf } from '../rules/lead-settings.ts';
import { leadSettings } from '../store/lead-settings.ts';
import { heldLead, refuseClosed, writeLead } from '../write-lead.ts';

export const acceptLead = defineOperation({
  name: 'leads.accept',
  summary: 'Takes one lead on: its owner does, or whoever takes one that nobody has.',
  kind: 'write',
  permission: 'leads:write',
  route: { method: 'POST', path: '/leads/:id/accept' },
  tool: true,
  positional: ['id'],
  subject: lead.name,
  answers: lead.name,
  input: z.strictObject({ id: idSchema(lead.name) }),
  problems: ['conflict'],
  async run(context, { id }) {
    const values = await heldLead(context, id);
    refuseClosed(id, values);
    const ownerId = ownerOnAccepting(context, values);
    if (!values.acceptedAt || ownerId !== values.ownerId) await accept(context, id, values, ownerId);
    return answerSoon(context, lead, id);
  },
});

/** Who owns it once it is accepted. Errors: `conflict` when that cannot be the caller. */
function ownerOnAccepting({ actor }: Context, { ownerId }: Values): string {
  const isPerson = actor.type === 'user';
  if (isPerson && (!ownerId || ownerId === actor.id)) return actor.id;
  if (!ownerId) throw new Problem('conflict', { detail: 'Nobody has this lead. Assign it to somebody first.' });
  // A key or an agent accepts in the name of the owner.
  if (!isPerson) return String(ownerId);
  throw new Problem('conflict', {
    detail: 'This lead is assigned to somebody else. Assign it to yourself first, then accept it.',
  });
}

async function accept(context: Context, id: string, values: Values, ownerId: string): Promise<void> {
  const { settings } = await leadSettings(context.sql);
  const kind = kindOfStatus(settings, values.status);
  const status = kind === 'new' || kind === 'assigned' ? { status: statusOf(settings, 'accepted') } : {};
  const taken = ownerId === values.ownerId ? {} : { ownerId, assignedBecause: `${context.actor.name} took it.` };
  const still = Object.keys(status).length > 0 ? {} : { acceptedAt: context.now.toISOString() };
  await writeLead(context, id, { ...taken, ...status, ...still });
}
