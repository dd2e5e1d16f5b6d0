import { z } from 'zod';
import { may } from '#platform/actor';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { type ObjectType, objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import { namesOf } from '#platform/records';
import type { Merge } from './store/merges.ts';
import { userNames } from './store/users.ts';

const named = z.object({ id: z.string(), name: z.string() });

export const mergeAnswer = z.object({
  id: z.string().meta({ description: 'The id of the merge, to undo it by.' }),
  object: z.string(),
  winnerId: z.string().meta({ description: 'The record that stays.' }),
  mergedIds: z.array(z.string()).meta({ description: 'The records that went into it: their ids lead to it for ever.' }),
  winner: named,
  merged: z.array(named),
  status: z.enum(['merging', 'merged', 'unmerging', 'unmerged']),
  moved: z
    .number()
    .int()
    .meta({ description: 'How many records that referred to the others refer to the winner now.' }),
  changeSetId: z.string(),
  at: z.iso.datetime(),
  by: named.nullable(),
  undoneAt: z.iso.datetime().nullable(),
});

/** Merges are seen and taken back by whoever may read or write what was merged. Errors: `not_allowed`. */
export function refuseWithout({ actor }: Context, { area, plural }: ObjectType, action: 'read' | 'write'): void {
  if (may(actor, `${area}:${action}`)) return;
  throw new Problem('not_allowed', {
    detail: `This is about ${plural}, which needs the permission ${area}:${action}. An administrator can grant it.`,
  });
}

/** Merges as the API shows them. */
export async function presentMerges(
  context: Context,
  merges: readonly Merge[],
): Promise<z.output<typeof mergeAnswer>[]> {
  const names = new Map<string, string>();
  for (const [object, some] of Map.groupBy(merges, (merge) => merge.object)) {
    const ids = some.flatMap((merge) => [merge.winnerId, ...merge.memberIds]);
    for (const [id, name] of await namesOf(context, objectNamed(object), ids)) names.set(id, name);
  }
  const users = await userNames(context.sql, [...new Set(merges.map((merge) => merge.mergedBy))]);
  return merges.map((merge) => present(merge, names, users));
}

function present(merge: Merge, names: ReadonlyMap<string, string>, users: ReadonlyMap<string, string>) {
  const { prefix } = objectNamed(merge.object);
  const record = (id: string) => ({ id: publicId(prefix, id), name: names.get(id) ?? '' });
  const by = users.get(merge.mergedBy);
  return {
    id: publicId('mg', merge.id),
    object: merge.object,
    winnerId: publicId(prefix, merge.winnerId),
    mergedIds: merge.memberIds.map((id) => publicId(prefix, id)),
    winner: record(merge.winnerId),
    merged: merge.memberIds.map(record),
    status: merge.status,
    moved: merge.moved,
    changeSetId: publicId('cs', merge.changeSetId),
    at: merge.mergedAt.toISOString(),
    by: by === undefined ? null : { id: publicId('us', merge.mergedBy), name: by },
    undoneAt: merge.unmergedAt?.toISOString() ?? null,
  };
}
