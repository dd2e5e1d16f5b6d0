import { lockAllEmailKeys } from '#domain/records/contacts';
import { workspaceCurrency } from '#domain/records/currencies';
import { allProducts, product, productKey } from '#domain/records/products';
import type { Context } from '#platform/context';
import { currencyCodes } from '#platform/money';
import { importedHere } from '../store/known-records.ts';
import type { KnownRecord, ReadRow, Run, Target } from './contract.ts';
import { checkMoney } from './money.ts';

function keysOf({ values }: ReadRow, matchKey: string): string[] {
  return matchKey === 'name' && typeof values.name === 'string' ? [`n:${productKey(values.name)}`] : [];
}

async function findKnown(context: Context, keys: readonly string[], run: Run): Promise<Map<string, KnownRecord>> {
  if (keys.length === 0) return new Map();
  const wanted = new Set(keys);
  const found = (await allProducts(context.tx)).filter((one) => wanted.has(`n:${one.nameKey}`));
  const own = await importedHere(
    context.tx,
    product.table,
    run.importId,
    found.map((one) => one.id),
  );
  return new Map(found.map(({ id, nameKey }) => [`n:${nameKey}`, { id, ofThisImport: own.has(id) }]));
}

/** What is sold: the same by name, unless told otherwise. */
export const productsTarget: Target = {
  object: product,
  matchKeys: ['name', 'none'],
  references: [],
  keysOf,
  lock: lockAllEmailKeys,
  findKnown,
  prepareRow: ({ values }) => {
    if (typeof values.currency === 'string') values.currency = values.currency.trim().toUpperCase();
  },
  async link(context, rows) {
    const own = await workspaceCurrency(context.tx);
    for (const row of rows) checkMoney(row, 'unitPrice', own, currencyCodes);
    return 0;
  },
  extraOf: () => undefined,
  mergeExtra: () => undefined,
  follows: () => ({}),
};
