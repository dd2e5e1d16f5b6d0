import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import type { ObjectType } from '#platform/fields';
import { publicId } from '#platform/ids';
import { missing } from '#platform/operations';
import { createRecords, currentValues, objectFor, updateRecords } from '#platform/records';
import { listMember } from './fields.ts';
import { listById, lockMembers } from './store/members.ts';

/** A static list whose members may be changed, and what it holds. Errors: `not_found`, `conflict` for a dynamic one. */
export async function staticList(context: Context, id: string): Promise<ObjectType> {
  const found = await listById(context.sql, id);
  if (!found) throw missing('list', id);
  if (found.kind === 'dynamic')
    throw new Problem('conflict', {
      detail: `The members of '${found.name}' follow from its filter. Change the filter, or make a static list.`,
    });
  return objectFor(context, found.object);
}

/** Puts records on a list; answers how many were not there before. Records that are gone are left out. */
export async function addMembers(
  context: Context,
  object: ObjectType,
  listId: string,
  recordIds: readonly string[],
): Promise<number> {
  const there = await currentValues(context, object, recordIds);
  const wanted = recordIds.filter((id) => there.get(id)?.deletedAt === null);
  const known = await lockMembers(context.tx, listId, wanted);
  const knownIds = new Set(known.map((one) => one.recordId));
  const fresh = wanted.filter((id) => !knownIds.has(id));
  const sets = fresh.map((id) => ({ listId, recordId: publicId(object.prefix, id) }));
  await createRecords(context, listMember, sets);
  const again = known.filter((one) => one.deleted).map(({ id }) => ({ id, set: { deletedAt: null } }));
  await updateRecords(context, listMember, again, { deletedToo: true });
  return fresh.length + again.length;
}

/** Takes records off a list; answers how many were on it. */
export async function removeMembers(context: Context, listId: string, recordIds: readonly string[]): Promise<number> {
  const known = await lockMembers(context.tx, listId, recordIds);
  const deletedAt = context.now.toISOString();
  const leaving = known.filter((one) => !one.deleted).map(({ id }) => ({ id, set: { deletedAt } }));
  return (await updateRecords(context, listMember, leaving)).length;
}
