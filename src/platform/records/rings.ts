import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import { Problem } from '#platform/errors';
import { type ObjectType, objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import type { RecordDraft } from './kind.ts';

const mostLevels = 200;

/**
 * Refuses drafts that would make a ring of a reference from an object to itself (parents, managers): nothing stands above itself. Writers
 * of such references wait for each other. Errors: `conflict`.
 */
export async function refuseRings(
  context: Context,
  object: ObjectType,
  fieldName: string,
  drafts: readonly RecordDraft[],
): Promise<void> {
  const field = object.fields.get(fieldName);
  if (field?.to !== object.name) throw new Error(`${object.name}.${fieldName} does not refer to its own kind.`);
  const moved = new Map<string, string>();
  for (const { id, before, set } of drafts) {
    const target = set[fieldName];
    if (before && typeof target === 'string' && target !== before[fieldName]) moved.set(id, target);
  }
  if (moved.size === 0) return;
  context.tx.send(
    sql`select pg_advisory_xact_lock(hashtextextended(kith.workspace_id()::text || ${`${object.name}.${fieldName}`}, 0))`,
  );
  const above = await chainsAbove(context, object, field.column, [...moved.values()]);
  for (const [id, target] of moved) above.set(id, target);
  for (const [id, target] of moved) {
    if (!isBelow(above, target, id)) continue;
    const shown = publicId(objectNamed(object.name).prefix, target);
    throw new Problem('conflict', {
      detail: `${shown} stands below this ${object.name} or is it, so it cannot stand above it (${field.label}).`,
      mistakes: [{ path: fieldName, message: 'would make a ring' }],
    });
  }
}

/** Whether the chain above `from` comes to `wanted`. */
function isBelow(above: ReadonlyMap<string, string>, from: string, wanted: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = from; at && !seen.has(at); at = above.get(at)) {
    if (at === wanted) return true;
    seen.add(at);
  }
  return false;
}

/** What stands above each of some records and above those, by id. */
export async function chainsAbove(
  context: Context,
  object: ObjectType,
  column: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await context.sql.rows<{ id: string; above: string }>(sql`
    with recursive chain (id, above, level) as (
      select id, ${sql.ref(column)}, 0 from ${sql.table(object.table)} where workspace_id = kith.workspace_id() and id = any(${ids}::uuid[])
      union
      select t.id, t.${sql.ref(column)}, chain.level + 1 from ${sql.table(object.table)} t join chain on t.id = chain.above
      where t.workspace_id = kith.workspace_id() and chain.level < ${mostLevels}
    )
    select distinct id, above from chain where above is not null`);
  return new Map(rows.map((row) => [row.id, row.above]));
}
