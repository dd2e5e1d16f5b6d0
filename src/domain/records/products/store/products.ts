import { type Sql, sql } from '#platform/database';

export interface KnownProduct {
  id: string;
  name: string;
  nameKey: string;
  /** In minor units of `currency`. */
  unitPrice: string | null;
  currency: string;
}

const columns = sql.raw(
  `product_id as id, name, name_key as "nameKey", unit_price_minor::text as "unitPrice", currency from report_product_keys`,
);

/** Products by their ids. */
export function productsById(reader: Sql, ids: readonly string[]): Promise<KnownProduct[]> {
  return reader.rows<KnownProduct>(
    sql<KnownProduct>`select ${columns} where workspace_id = kith.workspace_id() and product_id = any(${ids}::uuid[])`,
  );
}

/** Every product of the workspace by name; the first ten thousand. */
export function allProducts(reader: Sql): Promise<KnownProduct[]> {
  return reader.rows<KnownProduct>(
    sql<KnownProduct>`select ${columns} where workspace_id = kith.workspace_id() order by name, product_id limit 10000`,
  );
}
