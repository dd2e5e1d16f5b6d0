import { normaliseCompanyName } from '#domain/matching';
import { lockAllEmailKeys } from '#domain/records/contacts';
import { workspaceCurrency } from '#domain/records/currencies';
import { type DealExtra, deal } from '#domain/records/deals';
import { allProducts, likelyProduct, lineItem, productKey } from '#domain/records/products';
import type { Context } from '#platform/context';
import { currencyCodes } from '#platform/money';
import { createRecords } from '#platform/records';
import type { ImportField } from '../rules/import-field.ts';
import { importedHere } from '../store/known-records.ts';
import { oldestBy } from '../store/oldest-by.ts';
import { linkCompanies } from './companies.ts';
import type { KnownRecord, MadeRecord, ReadRow, Run, Target } from './contract.ts';
import { linkStages } from './deal-stages.ts';
import { checkMoney } from './money.ts';

/** What is sold: it becomes a line item. */
const productField: ImportField = {
  name: 'product',
  label: 'Product',
  type: 'text',
  maxLength: 255,
  aliases: ['product', 'product name', 'item', 'produkt', 'produit', 'producto'],
};

/** What a row of deals knows beside the values. */
interface RowExtra extends DealExtra {
  productName?: string | undefined;
  productId?: string | undefined;
}

/** Files of deals often have no name for them: one is made of what is sold and to whom. */
function mappable(fields: readonly ImportField[]): ImportField[] {
  const skipped = new Set(['stageId', 'pipelineId']);
  const open = fields.filter((field) => !skipped.has(field.name));
  return [...open.map((field) => (field.name === 'name' ? { ...field, required: false } : field)), productField];
}

const keyFields: Record<string, 'externalId' | 'name'> = { externalId: 'externalId', name: 'name' };

function keysOf({ values }: ReadRow, matchKey: string): string[] {
  const field = keyFields[matchKey];
  const value = field && values[field];
  return typeof value === 'string' && value ? [`${matchKey}:${value}`] : [];
}

async function findKnown(context: Context, keys: readonly string[], run: Run): Promise<Map<string, KnownRecord>> {
  const prefix = `${run.matchKey}:`;
  const by = run.matchKey === 'name' ? 'dealName' : 'dealExternalId';
  const found = await oldestBy(
    context.tx,
    by,
    keys.map((key) => key.slice(prefix.length)),
  );
  const own = await importedHere(context.tx, deal.table, run.importId, [...found.values()]);
  return new Map([...found].map(([key, id]) => [prefix + key, { id, ofThisImport: own.has(id) }]));
}

const products = new WeakMap<ReadRow, string>();

function prepareRow(row: ReadRow): void {
  const { values, references } = row;
  if (typeof values.product === 'string') products.set(row, values.product);
  delete values.product;
  if (typeof values.currency === 'string') values.currency = values.currency.trim().toUpperCase();
  if (references.accountId !== undefined && !row.company) {
    const name = normaliseCompanyName(references.accountId);
    if (name.problem === undefined) row.company = name.value;
    else row.issues.push({ column: 'account', value: references.accountId, reason: name.problem });
    delete references.accountId;
  }
}

/** What a deal without a name is called: what is sold, and to whom. */
function calledOf(row: ReadRow): string {
  const parts = [products.get(row), row.company?.value ?? row.values.externalId].filter(Boolean);
  return parts.join(' – ').slice(0, 500) || 'Deal';
}

const found = new WeakMap<ReadRow, string>();

/** A product that nobody knows stays as the text that named it, with what it most likely means. */
async function linkProducts(context: Context, rows: readonly ReadRow[]): Promise<void> {
  const known = await allProducts(context.tx);
  const byKey = new Map(known.map((one) => [one.nameKey, one]));
  for (const row of rows) {
    const text = products.get(row);
    if (text === undefined || row.rejected !== undefined) continue;
    const same = byKey.get(productKey(text));
    if (same) {
      found.set(row, same.id);
      continue;
    }
    if (row.issues.some((one) => one.column === 'product')) continue;
    const near = likelyProduct(text, known);
    const reason = `There is no product '${text.slice(0, 80)}'.${near ? ` Did you mean '${near.name}'?` : ' It is kept as a text.'}`;
    row.issues.push({ column: 'product', value: text, reason });
  }
}

async function link(context: Context, rows: readonly ReadRow[], run: Run): Promise<number> {
  const own = await workspaceCurrency(context.tx);
  for (const row of rows) checkMoney(row, 'amount', own, currencyCodes);
  await linkStages(context, rows, run);
  await linkProducts(context, rows);
  return linkCompanies(context, rows, run);
}

/** What is sold stands as an item in the new deal, at the amount of the deal where the file says one. */
async function writeBeside(context: Context, made: readonly MadeRecord[]): Promise<void> {
  const sets = made.flatMap(({ id, values, extra }) => {
    const { productName, productId } = extra as RowExtra;
    if (productName === undefined) return [];
    const price = typeof values.amount === 'string' ? { unitPrice: values.amount } : {};
    return [{ dealId: id, name: productName, productId: productId ?? null, currency: values.currency, ...price }];
  });
  await createRecords(context, lineItem, sets);
}

/** Business: the same by what it is called in the system that it comes from, unless told otherwise. */
export const dealsTarget: Target = {
  object: deal,
  matchKeys: ['externalId', 'name', 'none'],
  references: ['accountId'],
  mappable,
  keysOf,
  lock: lockAllEmailKeys,
  findKnown,
  prepareRow,
  link,
  writeBeside,
  extraOf: (row): RowExtra => ({
    imported: true,
    called: calledOf(row),
    productName: products.get(row),
    productId: found.get(row),
  }),
  mergeExtra: (first, second) => ({ ...(first as RowExtra), ...(second as RowExtra) }),
  follows: () => ({}),
};
