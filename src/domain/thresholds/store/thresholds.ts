import { type Sql, sql, type Transaction } from '#platform/database';
import type { Measure } from '../rules/measures.ts';

/** A line for a figure. */
export interface Threshold {
  id: string;
  name: string;
  measure: Measure;
  pipelineId: string | null;
  handler: string | null;
  side: 'above' | 'below';
  limit: number;
  exceededAt: Date | null;
  value: number | null;
  lookedAt: Date | null;
}

/** All lines, in their order. */
export function allThresholds(reader: Sql): Promise<Threshold[]> {
  return reader.rows<Threshold>(sql<Threshold>`
    select id, name, measure, pipeline_id as "pipelineId", handler, side, "limit", exceeded_at as "exceededAt", value, looked_at as "lookedAt"
    from thresholds where workspace_id = kith.workspace_id() order by position`);
}

export type ThresholdDraft = Omit<Threshold, 'exceededAt' | 'value' | 'lookedAt'>;

/** Draws the lines anew. One that stays as it is keeps what is known of it; one that was moved is looked at as if it were new. */
export async function storeThresholds(tx: Transaction, drafts: readonly ThresholdDraft[]): Promise<void> {
  await tx.rows(sql`delete from thresholds
    where workspace_id = kith.workspace_id() and not (id = any(${drafts.map(({ id }) => id)}::uuid[]))`);
  const rows = JSON.stringify(drafts.map((draft, position) => ({ ...draft, position })));
  await tx.rows(sql`insert into thresholds as t (id, position, name, measure, pipeline_id, handler, side, "limit")
    select id, position, name, measure, "pipelineId", handler, side, "limit"
    from json_to_recordset(${rows}::json) as d(id uuid, position integer, name text, measure text, "pipelineId" uuid, handler text, side text,
      "limit" double precision)
    on conflict (workspace_id, id) do update set position = excluded.position, name = excluded.name, measure = excluded.measure,
      pipeline_id = excluded.pipeline_id, handler = excluded.handler, side = excluded.side, "limit" = excluded."limit",
      exceeded_at = case when (t.measure, t.side, t."limit", t.pipeline_id, t.handler)
        is not distinct from (excluded.measure, excluded.side, excluded."limit", excluded.pipeline_id, excluded.handler) then t.exceeded_at end`);
}

/** What was found of a line. */
export interface Look {
  id: string;
  value: number | null;
  exceeded: boolean;
}

/** Keeps what was found. Answers those that crossed their line now, and those that came back. */
export async function storeLooks(
  tx: Transaction,
  looks: readonly Look[],
  now: Date,
): Promise<{ id: string; exceeded: boolean }[]> {
  return tx.rows<{ id: string; exceeded: boolean }>(sql<{ id: string; exceeded: boolean }>`
    with found as (
      select * from json_to_recordset(${JSON.stringify(looks)}::json) as f(id uuid, value double precision, exceeded boolean)
    ), before as (
      select t.id, t.exceeded_at from thresholds t join found f using (id) where t.workspace_id = kith.workspace_id() for update of t
    ), kept as (
      update thresholds t set value = f.value, looked_at = ${now},
        exceeded_at = case when f.exceeded then coalesce(t.exceeded_at, ${now}) end
      from found f where t.workspace_id = kith.workspace_id() and t.id = f.id
    )
    select f.id, f.exceeded from found f join before b using (id) where f.exceeded <> (b.exceeded_at is not null)`);
}
