import { type Sql, sql, type Transaction } from '#platform/database';

/** Of some stages those that have deals, with how many. */
export function dealsInStages(
  reader: Sql,
  stageIds: readonly string[],
): Promise<{ id: string; name: string; deals: number }[]> {
  return reader.rows(sql<{ id: string; name: string; deals: number }>`
    select stage_id as id, min(stage) as name, count(*) as deals from deals
    where workspace_id = kith.workspace_id() and stage_id = any(${stageIds}::uuid[]) and deleted_at is null
    group by stage_id order by min(stage)`);
}

/** The deals in some stages; at most so many. */
export function dealsOfStages(
  reader: Sql,
  stageIds: readonly string[],
  most: number,
): Promise<{ id: string; stageId: string }[]> {
  return reader.rows(sql<{ id: string; stageId: string }>`select id, stage_id as "stageId" from deals
    where workspace_id = kith.workspace_id() and stage_id = any(${stageIds}::uuid[]) and deleted_at is null order by id limit ${most}`);
}

/** The next ids of deals behind one, in order. */
export async function nextDealIds(reader: Sql, after: string | undefined, most: number): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`select id from deals
    where workspace_id = kith.workspace_id() ${after ? sql`and id > ${after}::uuid` : sql``} order by id limit ${most}`);
  return rows.map((row) => row.id);
}

export interface DealWorth {
  id: string;
  /** In minor units of `currency`; null where it is not known. */
  minor: string | null;
  currency: string;
}

/** Keeps what deals are worth in the currency of the workspace. It is derived: no history, no version. Answers which had another. */
export async function setWorths(tx: Transaction, worths: readonly DealWorth[]): Promise<string[]> {
  const columns = [worths.map((one) => one.id), worths.map((one) => one.minor), worths.map((one) => one.currency)];
  const rows = await tx.rows<{
    id: string;
  }>(sql`update deals d set base_amount_minor = w.minor, base_currency = w.currency
    from unnest(${columns[0]}::uuid[], ${columns[1]}::bigint[], ${columns[2]}::text[]) as w(id, minor, currency)
    where d.workspace_id = kith.workspace_id() and d.id = w.id
      and (d.base_amount_minor is distinct from w.minor or d.base_currency <> w.currency)
    returning d.id`);
  return rows.map(({ id }) => id);
}

/** Gives deals the present name of their stage, which is derived too. Answers which had another; at most `most` are touched. */
export async function renameStages(tx: Transaction, most: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`update deals d set stage = old.name
    from (
      select d.id, s.name from report_pipeline_stages s
      join deals d on d.workspace_id = s.workspace_id and d.stage_id = s.stage_id and d.stage <> s.name
      where s.workspace_id = kith.workspace_id() limit ${most}
    ) old
    where d.workspace_id = kith.workspace_id() and d.id = old.id
    returning d.id`);
  return rows.map(({ id }) => id);
}
