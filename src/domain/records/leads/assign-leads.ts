import { routeRecords } from '#domain/routing';
import type { Context } from '#platform/context';
import { type RecordUpdate, updateRecords } from '#platform/records';
import { lead } from './fields.ts';
import { heldLeads, refuseAbsent, refuseClosed } from './write-lead.ts';

/** Leads that nobody got, with the reason. */
export interface Unassigned {
  id: string;
  because: string;
}

/**
 * Gives leads to somebody, or asks the rules who gets them. What the rules give to nobody stays as it is, and is answered with the reason.
 * Errors: `not_found`, `conflict` for a closed lead, `validation_failed` for an owner who is not here.
 */
export async function assignLeads(
  context: Context,
  ids: readonly string[],
  ownerId: string | undefined,
): Promise<Unassigned[]> {
  const stored = await heldLeads(context, ids);
  for (const { id, values } of stored) refuseClosed(id, values);
  const { expectedVersion } = context;
  if (ownerId) {
    await refuseAbsent(context, ownerId);
    await updateRecords(
      context,
      lead,
      ids.map((id) => ({ id, set: { ownerId }, expectedVersion })),
    );
    return [];
  }
  const decisions = await routeRecords(
    context,
    stored.map(({ values }) => ({ values })),
  );
  const updates: RecordUpdate[] = [];
  const left: Unassigned[] = [];
  for (const [index, { id }] of stored.entries()) {
    const decision = decisions[index];
    if (!decision?.ownerId) {
      left.push({ id, because: decision?.because ?? 'There is no active routing rule.' });
      continue;
    }
    const set = { ownerId: decision.ownerId, territoryId: decision.territoryId, assignedBecause: decision.because };
    updates.push({ id, set, expectedVersion, extra: { decision } });
  }
  await updateRecords(context, lead, updates);
  return left;
}
