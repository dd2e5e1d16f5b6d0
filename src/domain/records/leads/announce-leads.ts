import { insertRouting, type RoutingEntry } from '#domain/routing';
import type { Context } from '#platform/context';
import { publicId } from '#platform/ids';
import type { WrittenRecord } from '#platform/records';
import { accepted, assigned, disqualified, statusChanged } from './events.ts';
import { lead } from './fields.ts';
import { extraOf } from './lead-extra.ts';
import { scheduleOverdue } from './schedule.ts';

/** Keeps and tells what follows from leads that were written: who got them and why, how far they have come, and when somebody must answer. */
export async function announceLeads(context: Context, written: readonly WrittenRecord[]): Promise<void> {
  await insertRouting(context, written.flatMap(entryOf));
  tellOwners(context, written);
  tellStatuses(context, written);
  const due = written
    .filter(({ changed, after }) => changed.has('slaDueAt') && after.slaDueAt && !after.acceptedAt && !after.closedAt)
    .map(({ after }) => new Date(String(after.slaDueAt)).getTime());
  if (due.length > 0) scheduleOverdue(context, new Date(Math.min(...due)));
}

const ownerIn = (values: WrittenRecord['after'] | undefined) => (values?.ownerId as string | null | undefined) ?? null;

/** The entry of the routing log for a lead that went to somebody, came back from them, or found nobody. */
function entryOf(one: WrittenRecord): RoutingEntry[] {
  const { decision, rejectedBy } = extraOf(one);
  const [ownerId, previousOwnerId] = [ownerIn(one.after), ownerIn(one.before)];
  if (!decision && ownerId === previousOwnerId) return [];
  const because = String(one.after.assignedBecause ?? '');
  return [
    {
      object: lead.name,
      recordId: one.id,
      kind: rejectedBy ? 'rejected' : (decision?.kind ?? 'hand'),
      ruleId: decision?.ruleId ?? null,
      territoryId: decision?.territoryId ?? null,
      ownerId,
      previousOwnerId,
      because: because || decision?.because || 'It was taken from its owner.',
    },
  ];
}

function tellOwners(context: Context, written: readonly WrittenRecord[]): void {
  const given = written.filter((one) => ownerIn(one.after) !== null && ownerIn(one.after) !== ownerIn(one.before));
  const waysOf = (one: WrittenRecord) => {
    const { decision, rejectedBy } = extraOf(one);
    return rejectedBy ? 'rejected' : decision ? 'rule' : 'hand';
  };
  for (const some of Map.groupBy(given, (one) => `${ownerIn(one.after)} ${waysOf(one)}`).values()) {
    const [first] = some;
    if (!first) continue;
    const data = { ownerId: publicId('us', ownerIn(first.after) ?? ''), by: waysOf(first) };
    context.emit({ type: assigned.type, object: lead.name, recordIds: some.map(({ id }) => id), data });
  }
}

function tellStatuses(context: Context, written: readonly WrittenRecord[]): void {
  const tell = (type: string, some: readonly WrittenRecord[], data: Record<string, unknown>) =>
    context.emit({ type, object: lead.name, recordIds: some.map(({ id }) => id), data });
  const moved = written.filter(({ before, changed }) => before && changed.has('status'));
  for (const some of Map.groupBy(moved, ({ before, after }) => `${before?.status} ${after.status}`).values())
    if (some[0]) tell(statusChanged.type, some, { from: some[0].before?.status, to: some[0].after.status });
  const taken = written.filter(({ changed, after }) => changed.has('acceptedAt') && after.acceptedAt);
  for (const [ownerId, some] of Map.groupBy(taken, ({ after }) => ownerIn(after)))
    tell(accepted.type, some, { ownerId: ownerId && publicId('us', ownerId) });
  const lost = written.filter(({ changed, after }) => changed.has('closedAt') && after.closedAt && !after.convertedAt);
  for (const [reason, some] of Map.groupBy(lost, ({ after }) => after.disqualificationReason))
    tell(disqualified.type, some, { reason: reason ?? null });
}
