import { activeUsers } from '#domain/identity';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { missing } from '#platform/operations';
import { currentValues, updateRecords } from '#platform/records';
import { lead } from './fields.ts';
import type { LeadExtra } from './lead-extra.ts';

/** Leads as they stand, held until the transaction ends, in the order of `ids`. Errors: `not_found`, also for a deleted one. */
export async function heldLeads(context: Context, ids: readonly string[]): Promise<{ id: string; values: Values }[]> {
  const stored = await currentValues(context, lead, ids, 'lock');
  return ids.map((id) => {
    const values = stored.get(id);
    if (!values || values.deletedAt) throw missing(lead.name, id);
    return { id, values };
  });
}

/** One of them. */
export async function heldLead(context: Context, id: string): Promise<Values> {
  return (await heldLeads(context, [id]))[0]?.values ?? {};
}

/** Throws `conflict` unless the lead is still worked on. */
export function refuseClosed(id: string, values: Values): void {
  if (!values.closedAt) return;
  const how = values.convertedAt ? 'converted' : 'disqualified';
  throw new Problem('conflict', {
    detail: `The lead ${publicId(lead.prefix, id)} was ${how} already, at ${String(values.closedAt)}.`,
  });
}

/** Throws `validation_failed` unless the user is here and may sign in. */
export async function refuseAbsent(context: Context, userId: string): Promise<void> {
  if ((await activeUsers(context.sql, [userId])).has(userId)) return;
  const message = `there is no user ${publicId('us', userId)} in this workspace, or they may not sign in`;
  throw new Problem('validation_failed', { detail: `ownerId: ${message}.`, mistakes: [{ path: 'ownerId', message }] });
}

/** Writes one lead, as the caller has seen it. */
export async function writeLead(context: Context, id: string, set: Values, extra?: LeadExtra): Promise<void> {
  await updateRecords(context, lead, [{ id, set, expectedVersion: context.expectedVersion, extra }]);
}
