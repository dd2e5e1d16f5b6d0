import { type Sql, sql } from '#platform/database';
import { Problem } from '#platform/errors';
import type { ObjectType } from '#platform/fields';
import { publicId } from '#platform/ids';

const mostSteps = 100;

/** Which of these records were merged into others, and into which in the end, by id. */
export async function mergedInto(reader: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<{ id: string; winnerId: string }>(sql`
    with recursive way (id, into_id, step) as (
      select record_id, into_id, 1 from merged_records
      where workspace_id = kith.workspace_id() and record_id = any(${ids}::uuid[])
      union all
      select way.id, m.into_id, way.step + 1 from way
      join merged_records m on m.workspace_id = kith.workspace_id() and m.record_id = way.into_id
      where way.step < ${mostSteps}
    )
    select distinct on (id) id, into_id as "winnerId" from way order by id, step desc`);
  return new Map(rows.map((row) => [row.id, row.winnerId]));
}

/** The Problem for a record that was merged: who reads is led on, who writes hears where it went. */
export function wasMerged(
  object: ObjectType,
  id: string,
  winnerId: string,
  kind: 'read' | 'write' | 'file' = 'write',
): Problem {
  const [loser, winner] = [publicId(object.prefix, id), publicId(object.prefix, winnerId)];
  const did = `The ${object.name} ${loser} was merged into ${winner}.`;
  const more = { headers: { 'kith-existing': winner }, members: { mergedFrom: loser, mergedInto: winner } };
  return kind === 'write'
    ? new Problem('conflict', { detail: `${did} Change that one, or undo the merge.`, ...more })
    : new Problem('merged', { detail: `${did} Read that one.`, ...more });
}
