import { type Sql, sql } from '#platform/database';

/** Which deals are counted: those that were closed in the time, and all that are open now. */
export interface Period {
  from?: Date | undefined;
  to?: Date | undefined;
}

/** Deals of one stage and state; amounts in minor units of the currency of the workspace. */
export interface StageSum {
  pipelineId: string;
  stageId: string;
  status: 'open' | 'won' | 'lost';
  count: number;
  amount: string;
  weighted: string;
  /** Deals whose amount is not known in the currency of the workspace. */
  unvalued: number;
  /** From the beginning of closed deals to their end, added up. */
  cycleHours: string;
  rotting: number;
}

const inOwn = sql.raw(`case when d.base_currency = kith.workspace_currency() then d.base_amount_minor end`);
/** A deal that was entered on the day it began has its moment; of others the day alone is known. */
const began = sql.raw(`case when d.created_date = (d.created_at at time zone 'UTC')::date then d.created_at
  else d.created_date::timestamp at time zone 'UTC' end`);

function closedWithin({ from, to }: Period) {
  return sql`(d.status = 'open' or (d.closed_at >= ${from ?? null}::timestamptz or ${from ?? null}::timestamptz is null)
    and (d.closed_at < ${to ?? null}::timestamptz or ${to ?? null}::timestamptz is null))`;
}

/** The deals of pipelines by stage and state. */
export function stageSums(reader: Sql, pipelineIds: readonly string[], period: Period, now: Date): Promise<StageSum[]> {
  return reader.rows<StageSum>(sql<StageSum>`
    select d.pipeline_id as "pipelineId", d.stage_id as "stageId", d.status, count(*) as count,
      coalesce(sum(${inOwn}), 0)::text as amount,
      coalesce(round(sum((${inOwn})::numeric * d.probability) / 100), 0)::text as weighted,
      count(*) filter (where d.amount_minor is not null and (${inOwn}) is null) as unvalued,
      coalesce(sum(greatest(0, extract(epoch from d.closed_at - (${began})))) / 3600, 0)::text as "cycleHours",
      count(*) filter (where d.status = 'open' and d.stage_since < ${now}::timestamptz - make_interval(days => s.rotting_days)) as rotting
    from report_deals d join report_pipeline_stages s on s.workspace_id = d.workspace_id and s.stage_id = d.stage_id
    where d.workspace_id = kith.workspace_id() and d.pipeline_id = any(${pipelineIds}::uuid[]) and ${closedWithin(period)}
    group by d.pipeline_id, d.stage_id, d.status`);
}

/** How many deals came as far as a place in their pipeline and no further; won ones came through all of it. */
export interface Furthest {
  pipelineId: string;
  position: number;
  won: boolean;
  count: number;
}

/** How far the deals of pipelines have come. */
export function furthestPlaces(reader: Sql, pipelineIds: readonly string[]): Promise<Furthest[]> {
  return reader.rows<Furthest>(sql<Furthest>`
    with far as (
      select d.pipeline_id, d.status = 'won' as won, coalesce(max(s.position), 0) as position
      from report_deals d
      left join report_deal_stages h on h.workspace_id = d.workspace_id and h.deal_id = d.deal_id
      left join report_pipeline_stages s on s.workspace_id = h.workspace_id and s.stage_id = h.to_stage_id
        and s.pipeline_id = d.pipeline_id and s.kind = 'open' and s.archived_at is null
      where d.workspace_id = kith.workspace_id() and d.pipeline_id = any(${pipelineIds}::uuid[])
      group by d.pipeline_id, d.deal_id, d.status
    )
    select pipeline_id as "pipelineId", position, won, count(*) as count from far group by pipeline_id, position, won`);
}

/** What is expected of the open deals of a pipeline in a month, by forecast category. */
export interface Expected {
  pipelineId: string;
  /** `2026-12`; null where no day is expected. */
  month: string | null;
  category: string | null;
  count: number;
  amount: string;
  weighted: string;
}

export function expectedByMonth(reader: Sql, pipelineIds: readonly string[]): Promise<Expected[]> {
  return reader.rows<Expected>(sql<Expected>`
    select d.pipeline_id as "pipelineId", to_char(d.close_date, 'YYYY-MM') as month, d.forecast_category as category, count(*) as count,
      coalesce(sum(${inOwn}), 0)::text as amount, coalesce(round(sum((${inOwn})::numeric * d.probability) / 100), 0)::text as weighted
    from report_deals d
    where d.workspace_id = kith.workspace_id() and d.pipeline_id = any(${pipelineIds}::uuid[]) and d.status = 'open'
    group by 1, 2, 3 order by 2, 3`);
}

/** Why deals of a pipeline were lost. */
export interface LossReason {
  pipelineId: string;
  reason: string | null;
  count: number;
  amount: string;
}

export function lossReasons(reader: Sql, pipelineIds: readonly string[], period: Period): Promise<LossReason[]> {
  return reader.rows<LossReason>(sql<LossReason>`
    select d.pipeline_id as "pipelineId", d.lost_reason as reason, count(*) as count, coalesce(sum(${inOwn}), 0)::text as amount
    from report_deals d
    where d.workspace_id = kith.workspace_id() and d.pipeline_id = any(${pipelineIds}::uuid[]) and d.status = 'lost' and ${closedWithin(period)}
    group by 1, 2 order by 3 desc, 2`);
}
