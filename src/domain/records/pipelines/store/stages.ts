import { createHash } from 'node:crypto';
import type { Context } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';
import { parseId } from '#platform/ids';
import type { Stage, StageKind } from '../rules/stages.ts';

/** A stage with what deals must know of its pipeline. */
export interface KnownStage {
  id: string;
  pipelineId: string;
  pipelineName: string;
  isDefault: boolean;
  name: string;
  position: number;
  probability: number;
  color: string;
  kind: StageKind;
  rottingDays: number | null;
  requires: string[];
  forecastCategory: string;
  lossReasons: string[];
  /** It is not a stage any more, or its pipeline is deleted. */
  gone: boolean;
}

/** Every stage of the workspace, those that are gone too, in the order of their pipelines (the default first) and places. */
export function allStages(reader: Sql): Promise<KnownStage[]> {
  return reader.rows<KnownStage>(sql`select s.id, s.pipeline_id as "pipelineId", p.name as "pipelineName", p.is_default as "isDefault", s.name,
      s.position, s.probability, s.color, s.kind, s.rotting_days as "rottingDays", s.requires, s.forecast_category as "forecastCategory",
      p.loss_reasons as "lossReasons", (s.archived_at is not null or p.deleted_at is not null) as gone
    from pipelines p join pipeline_stages s on s.workspace_id = p.workspace_id and s.pipeline_id = p.id
    where p.workspace_id = kith.workspace_id()
    order by p.is_default desc, p.created_at, p.id, s.position, s.id`);
}

/** Brings the stages of a pipeline in step with its list; those that are not in it any more are kept as gone. */
export async function keepStages(context: Context, pipelineId: string, stages: readonly Stage[]): Promise<void> {
  const rows = stages.map((one) => ({
    id: parseId('sg', one.id),
    name: one.name,
    position: one.order,
    probability: one.probability,
    color: one.color,
    kind: one.kind,
    rotting_days: one.rottingDays,
    requires: one.requires,
    forecast_category: one.forecastCategory,
  }));
  await context.tx.rows(sql`update pipeline_stages set archived_at = ${context.now}
    where workspace_id = kith.workspace_id() and pipeline_id = ${pipelineId} and archived_at is null
      and id <> all(${rows.map((row) => row.id)}::uuid[])`);
  await context.tx.rows(sql`insert into pipeline_stages (id, pipeline_id, name, position, probability, color, kind, rotting_days, requires,
      forecast_category, created_at, updated_at, created_by, updated_by)
    select r.id, ${pipelineId}, r.name, r.position, r.probability, r.color, r.kind, r.rotting_days, r.requires, r.forecast_category,
      ${context.now}, ${context.now}, ${context.actor.id}, ${context.actor.id}
    from json_populate_recordset(null::pipeline_stages, ${JSON.stringify(rows)}::json) r
    on conflict (workspace_id, id) do update set name = excluded.name, position = excluded.position, probability = excluded.probability,
      color = excluded.color, kind = excluded.kind, rotting_days = excluded.rotting_days, requires = excluded.requires,
      forecast_category = excluded.forecast_category, archived_at = null, updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
}

/** The pipelines that are the default at this moment: one, but for the middle of a change. */
export async function defaultPipelines(reader: Sql): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    sql`select id from pipelines where workspace_id = kith.workspace_id() and is_default and deleted_at is null`,
  );
  return rows.map((row) => row.id);
}

function lockOf(workspaceId: string): string {
  return createHash('sha256').update(`${workspaceId}:pipelines`).digest().readBigInt64BE(0).toString();
}

/** Whoever changes stages has them alone; whoever only relies on them shares them. Held until the transaction ends. */
export function lockStages(tx: Transaction, workspaceId: string, how: 'alone' | 'shared'): void {
  const lock = sql.raw(how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared');
  tx.send(sql`select ${lock}(${lockOf(workspaceId)}::bigint)`);
}
