import { type Sql, sql } from '#platform/database';

/** What line items need to know of their deals. */
export interface ItemsDeal {
  id: string;
  currency: string;
  amountFromItems: boolean;
  /** The sum of its items, in minor units of its currency. */
  total: string;
  items: number;
  /** Where the last of them stands; -1 where there is none. */
  lastPosition: number;
}

/** Deals with the sums of their line items. */
export function dealsWithItems(reader: Sql, dealIds: readonly string[]): Promise<ItemsDeal[]> {
  return reader.rows<ItemsDeal>(sql<ItemsDeal>`
    select d.deal_id as id, d.currency, d.amount_from_items as "amountFromItems", coalesce(sum(i.total_minor), 0)::text as total,
      count(i.id) as items, coalesce(max(i.position), -1) as "lastPosition"
    from report_deals d left join deal_line_items i on i.workspace_id = d.workspace_id and i.deal_id = d.deal_id and i.deleted_at is null
    where d.workspace_id = kith.workspace_id() and d.deal_id = any(${dealIds}::uuid[])
    group by d.deal_id, d.currency, d.amount_from_items`);
}

/** Where the items of a deal stand. */
export function itemsInOrder(reader: Sql, dealId: string): Promise<{ id: string; position: number }[]> {
  return reader.rows<{ id: string; position: number }>(sql`select id, position from deal_line_items
    where workspace_id = kith.workspace_id() and deal_id = ${dealId} and deleted_at is null order by position, id`);
}

export interface UnresolvedName {
  name: string;
  items: number;
}

/** Texts that name no known product, with how many items they stand in; the most frequent first. */
export function unresolvedNames(reader: Sql, most: number): Promise<UnresolvedName[]> {
  return reader.rows<UnresolvedName>(sql<UnresolvedName>`select name, count(*) as items from deal_line_items
    where workspace_id = kith.workspace_id() and product_id is null and deleted_at is null
    group by name order by 2 desc, 1 limit ${most}`);
}

/** The items that a text stands in and no product. */
export async function itemsNamed(reader: Sql, name: string, most: number): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`select id from deal_line_items
    where workspace_id = kith.workspace_id() and product_id is null and deleted_at is null and name = ${name} order by id limit ${most}`);
  return rows.map((row) => row.id);
}
