import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import { listCondition, listIds, mayReadFields, seenBy, seenJson } from '#platform/records';
import { deal } from '../fields.ts';

/** A place in a column: cards come latest first. */
export interface CardPlace {
  since: Date;
  id: string;
}

export interface BoardRequest {
  stages: readonly { id: string; rottingDays: number | null }[];
  /** Cards in a column. */
  limit: number;
  filter?: unknown;
  q?: string | undefined;
  /** The cards behind this place only; of one stage. */
  after?: CardPlace | undefined;
}

/** What is in a column, in minor units of the currency of the workspace. */
export interface ColumnSum {
  stageId: string;
  count: number;
  /** Null for those who may not read amounts. */
  amount: string | null;
  /** Amount times probability. */
  weighted: string | null;
  /** Deals whose amount is not known in the currency of the workspace. */
  unvalued: number;
}

export interface Card extends CardPlace {
  stageId: string;
  rotting: boolean;
  json: string;
}

const mostFound = 5000;
const shown = [
  ...['name', 'accountId', 'contactId', 'ownerId', 'pipelineId', 'stageId', 'stage', 'status', 'amount', 'currency'],
  ...['baseAmount', 'probability', 'closeDate', 'stageSince', 'nextStep', 'needsAccount', 'forecastCategory', 'tags'],
];

/** The condition on `t` that a deal is on the board. */
async function boardCondition(context: Context, { filter, q, stages }: BoardRequest) {
  const inStages = sql`t.stage_id = any(${stages.map((one) => one.id)}::uuid[])`;
  const condition = await listCondition(context, deal, { filter });
  if (!q?.trim()) return sql`${condition} and ${inStages}`;
  const ids = await listIds(context, deal, { filter, q }, mostFound);
  return sql`${condition} and ${inStages} and t.id = any(${ids}::uuid[])`;
}

/** What the columns of a board hold, and their first cards. */
export async function boardOf(context: Context, request: BoardRequest): Promise<{ sums: ColumnSum[]; cards: Card[] }> {
  const condition = await boardCondition(context, request);
  const { stages, limit, after } = request;
  const readsAmounts = await mayReadFields(context, deal, ['baseAmount']);
  const readsLikely = readsAmounts && (await mayReadFields(context, deal, ['probability']));
  const sums = context.sql.rows<ColumnSum>(sql<ColumnSum>`
    select t.stage_id as "stageId", count(*) as count, case when ${readsAmounts} then coalesce(sum(t.base_amount_minor), 0)::text end as amount,
      case when ${readsLikely} then coalesce(round(sum(t.base_amount_minor::numeric * t.probability) / 100), 0)::text end as weighted,
      count(*) filter (where ${readsAmounts} and t.base_amount_minor is null and t.amount_minor is not null) as unvalued
    from deals t where ${condition} group by t.stage_id`);
  const behind = after ? sql`and (t.stage_since, t.id) < (${after.since}::timestamptz, ${after.id}::uuid)` : sql``;
  const json = seenJson(await seenBy(context, deal), shown);
  const cards = context.sql.rows<Card>(sql<Card>`
    select s.id as "stageId", c.id, c.since, c.json,
      coalesce(c.since < ${context.now}::timestamptz - make_interval(days => s.rotting_days), false) as rotting
    from unnest(${stages.map((one) => one.id)}::uuid[], ${stages.map((one) => one.rottingDays)}::integer[]) as s(id, rotting_days)
    cross join lateral (
      select t.id, t.stage_since as since, ${json} as json from deals t
      where ${condition} and t.stage_id = s.id ${behind} order by t.stage_since desc, t.id desc limit ${limit + 1}
    ) c`);
  return { sums: await sums, cards: await cards };
}
