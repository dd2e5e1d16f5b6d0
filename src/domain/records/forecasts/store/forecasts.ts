import { type Sql, sql, type Transaction } from '#platform/database';
import type { WorkspaceDay } from './evening.ts';

/** What is expected of a month; amounts in minor units. */
export interface ForecastSums {
  commit: string;
  bestCase: string;
  pipeline: string;
  closed: string;
  weighted: string;
  deals: number;
}

/** The forecast of a month of a pipeline for the deals of one owner. */
export interface OwnersForecast extends ForecastSums {
  pipelineId: string;
  /** The first day of the month. */
  month: string;
  ownerId: string | null;
}

const inOwn = sql.raw(`case when d.base_currency = kith.workspace_currency() then d.base_amount_minor end`);
const ofCategory = (name: string) =>
  sql`coalesce(sum(${inOwn}) filter (where d.status = 'open' and coalesce(d.forecast_category, 'pipeline') = ${name}), 0)::text`;

/** The deals whose forecasts the actor sees: by their owners, as those that are kept. */
const reached =
  sql.raw(`((select kith.reaches_all('deal', 'read')) or owner_id in (select kith.reached_owners('deal', 'read'))
  or owner_id is null and (select kith.reaches_unowned('deal', 'read')))`);

/**
 * What is expected now of the present month and those to come: won deals in the month they were won, open ones in that of their close date,
 * without those that are left out of forecasts.
 */
export function presentForecasts(reader: Sql, { day, zone }: WorkspaceDay): Promise<OwnersForecast[]> {
  return reader.rows<OwnersForecast>(sql<OwnersForecast>`
    select d.pipeline_id as "pipelineId", d.month::text as month, d.owner_id as "ownerId",
      ${ofCategory('commit')} as commit, ${ofCategory('best_case')} as "bestCase", ${ofCategory('pipeline')} as pipeline,
      coalesce(sum(${inOwn}) filter (where d.status = 'won'), 0)::text as closed,
      coalesce(round(sum((${inOwn})::numeric * d.probability) filter (where d.status = 'open') / 100), 0)::text as weighted,
      count(*) as deals
    from (
      select *, date_trunc('month', close_date)::date as month from report_deals
      where workspace_id = kith.workspace_id() and status = 'open' and close_date >= date_trunc('month', ${day}::date)::date
        and forecast_category is distinct from 'omitted'
      union all
      select *, date_trunc('month', closed_at at time zone ${zone})::date as month from report_deals
      where workspace_id = kith.workspace_id() and status = 'won'
        and closed_at >= date_trunc('month', ${day}::date::timestamp) at time zone ${zone}
    ) d
    where ${reached}
    group by d.pipeline_id, d.month, d.owner_id`);
}

/** A forecast as it is kept, with the id of its row. */
export interface KeptForecast extends OwnersForecast {
  id: string;
}

const nothing = { commit: '0', bestCase: '0', pipeline: '0', closed: '0', weighted: '0', deals: 0 };

/** What had a forecast on the latest day before, and has none among those: it is expected no more. */
export async function endedForecasts(
  tx: Transaction,
  present: readonly OwnersForecast[],
  day: string,
): Promise<OwnersForecast[]> {
  const before = await tx.rows<Pick<OwnersForecast, 'pipelineId' | 'month' | 'ownerId'>>(sql`
    select pipeline_id as "pipelineId", month::text as month, owner_id as "ownerId" from forecasts
    where workspace_id = kith.workspace_id() and deals > 0 and month >= date_trunc('month', ${day}::date)::date
      and day = (select max(day) from forecasts where workspace_id = kith.workspace_id() and day < ${day}::date)`);
  const key = ({ pipelineId, month, ownerId }: (typeof before)[number]) => `${pipelineId} ${month} ${ownerId}`;
  const there = new Set(present.map(key));
  return before.filter((one) => !there.has(key(one))).map((one) => ({ ...one, ...nothing }));
}

/** Keeps the forecasts of a day, in place of those that were kept of it before. */
export async function keepForecasts(
  tx: Transaction,
  kept: readonly KeptForecast[],
  { day, currency, now }: { day: string; currency: string; now: Date },
): Promise<void> {
  await tx.rows(sql`delete from forecasts where workspace_id = kith.workspace_id() and day = ${day}::date`);
  await tx.rows(sql`insert into forecasts (id, day, pipeline_id, month, owner_id, currency, commit_minor, best_case_minor, pipeline_minor,
      closed_minor, weighted_minor, deals, kept_at)
    select f.id, ${day}::date, f."pipelineId", f.month, f."ownerId", ${currency}, f.commit, f."bestCase", f.pipeline, f.closed, f.weighted, f.deals,
      ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(kept)}::json) as f(id uuid, "pipelineId" uuid, month date, "ownerId" uuid, commit bigint,
      "bestCase" bigint, pipeline bigint, closed bigint, weighted bigint, deals integer)
    on conflict (workspace_id, pipeline_id, month, day, owner_id) do update set currency = excluded.currency,
      commit_minor = excluded.commit_minor, best_case_minor = excluded.best_case_minor, pipeline_minor = excluded.pipeline_minor,
      closed_minor = excluded.closed_minor, weighted_minor = excluded.weighted_minor, deals = excluded.deals, kept_at = excluded.kept_at`);
}

export interface WantedForecast {
  pipelineId: string;
  /** The first day of the month. */
  month: string;
  ownerId?: string | undefined;
}

/** The forecast of a month as it was kept on a day. */
export interface DaysForecast extends ForecastSums {
  day: string;
  currency: string;
}

/** How the forecast of a month stood on the latest days before `day` on which it was kept, the latest first. */
export function forecastByDay(reader: Sql, wanted: WantedForecast, day: string, most: number): Promise<DaysForecast[]> {
  const { pipelineId, month, ownerId = null } = wanted;
  return reader.rows<DaysForecast>(sql<DaysForecast>`
    select day::text as day, min(currency) as currency, sum(commit_minor)::text as commit, sum(best_case_minor)::text as "bestCase",
      sum(pipeline_minor)::text as pipeline, sum(closed_minor)::text as closed, sum(weighted_minor)::text as weighted, sum(deals)::integer as deals
    from forecasts
    where workspace_id = kith.workspace_id() and pipeline_id = ${pipelineId} and month = ${month}::date and day < ${day}::date
      and (owner_id = ${ownerId}::uuid or ${ownerId}::uuid is null)
    group by forecasts.day order by forecasts.day desc limit ${most}`);
}

type AmountName = Exclude<keyof ForecastSums, 'deals'>;

/** How the forecast of a month stands now. */
export async function forecastNow(reader: Sql, wanted: WantedForecast, today: WorkspaceDay): Promise<ForecastSums> {
  const { pipelineId, month, ownerId } = wanted;
  const all = await presentForecasts(reader, today);
  const own = all.filter(
    (one) => one.pipelineId === pipelineId && one.month === month && (!ownerId || one.ownerId === ownerId),
  );
  const total = (name: AmountName) => own.reduce((sum, one) => sum + BigInt(one[name]), 0n).toString();
  return {
    commit: total('commit'),
    bestCase: total('bestCase'),
    pipeline: total('pipeline'),
    closed: total('closed'),
    weighted: total('weighted'),
    deals: own.reduce((sum, one) => sum + one.deals, 0),
  };
}
