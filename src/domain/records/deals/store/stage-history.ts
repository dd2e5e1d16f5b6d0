import type { Context } from '#platform/context';
import { insertRows, type Sql, sql } from '#platform/database';
import { publicId } from '#platform/ids';
import { type Step, triggeredBy } from '../rules/steps.ts';

/** Writes steps of deals. */
export function insertSteps(context: Context, steps: readonly Step[]): Promise<void> {
  const rows = steps.map((step) => ({
    id: context.ports.ids.next(),
    deal_id: step.dealId,
    from_stage_id: step.fromStageId,
    to_stage_id: step.toStageId,
    from_stage: step.fromStage,
    to_stage: step.toStage,
    changed_at: step.changedAt,
    changed_by: context.actor.id,
    triggered_by: triggeredBy(context.actor.type),
    time_in_stage_hours: step.hours,
  }));
  return insertRows(context.tx, 'deal_stage_history', rows);
}

/** A step as the API shows it. */
export interface ShownStep {
  fromStageId: string | null;
  toStageId: string;
  fromStage: string | null;
  toStage: string;
  changedAt: string;
  changedBy: { id: string; name: string } | null;
  triggeredBy: string;
  timeInStageHours: number | null;
}

interface StepRow extends Omit<ShownStep, 'changedAt' | 'changedBy' | 'timeInStageHours'> {
  changedAt: Date;
  changedById: string | null;
  changedByName: string | null;
  hours: string | null;
}

/** The steps of a deal, oldest first; the latest thousand. */
export async function stepsOfDeal(reader: Sql, dealId: string): Promise<ShownStep[]> {
  const rows = await reader.rows<StepRow>(sql`
    select h.from_stage_id as "fromStageId", h.to_stage_id as "toStageId", h.from_stage as "fromStage", h.to_stage as "toStage",
      h.changed_at as "changedAt", h.changed_by as "changedById", u.name as "changedByName", h.triggered_by as "triggeredBy",
      h.time_in_stage_hours::text as hours
    from deal_stage_history h left join users u on u.workspace_id = h.workspace_id and u.id = h.changed_by
    where h.workspace_id = kith.workspace_id() and h.deal_id = ${dealId} order by h.changed_at desc, h.id desc limit 1000`);
  return rows.reverse().map((row) => ({
    fromStageId: row.fromStageId && publicId('sg', row.fromStageId),
    toStageId: publicId('sg', row.toStageId),
    fromStage: row.fromStage,
    toStage: row.toStage,
    changedAt: row.changedAt.toISOString(),
    changedBy:
      row.changedById && row.changedByName ? { id: publicId('us', row.changedById), name: row.changedByName } : null,
    triggeredBy: row.triggeredBy,
    timeInStageHours: row.hours === null ? null : Number(row.hours),
  }));
}
