import { currencyCode, workspaceCurrency } from '#domain/records/currencies';
import { deal } from '#domain/records/deals';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { fromMinorUnits } from '#platform/money';
import { missing } from '#platform/operations';
import {
  defineKind,
  partsOfReadable,
  type RecordDraft,
  settleMoney,
  updateRecords,
  type WrittenRecord,
} from '#platform/records';
import { lineItem, product } from './fields.ts';
import { productKey, totalOf } from './rules/totals.ts';
import { dealsWithItems } from './store/line-items.ts';
import { productsById } from './store/products.ts';

function refuse(path: string, message: string): never {
  throw new Problem('validation_failed', { detail: message, mistakes: [{ path, message }] });
}

defineKind({
  object: product,
  async prepare(context: Context, drafts: RecordDraft[]) {
    const own = await workspaceCurrency(context.tx);
    for (const { set, before, columns } of drafts) {
      if (typeof set.name === 'string') {
        set.name = set.name.trim().replace(/\s+/g, ' ');
        if (set.name === '') refuse('name', 'A product needs a name.');
        columns.name_key = productKey(set.name as string);
      }
      if (typeof set.currency === 'string') set.currency = currencyCode('currency', set.currency);
      if (set.currency === null) delete set.currency;
      if (!before) set.currency ??= own;
    }
  },
});

/** An item is in the currency of its deal, and is called and priced as its product where nothing else is said. */
async function prepareItems(context: Context, drafts: RecordDraft[]): Promise<void> {
  const ids = (name: string) => [
    ...new Set(drafts.map(({ set, before }) => set[name] ?? before?.[name]).filter((id) => typeof id === 'string')),
  ];
  const [deals, products] = await Promise.all([
    dealsWithItems(context.tx, ids('dealId')),
    productsById(context.tx, ids('productId')),
  ]);
  const last = new Map(deals.map((one) => [one.id, one.lastPosition]));
  for (const draft of drafts) {
    const { set, before } = draft;
    for (const name of ['name', 'quantity', 'discount', 'unitPrice']) if (set[name] === null) delete set[name];
    const dealId = String(set.dealId ?? before?.dealId);
    // The items of deals that are made in the same transaction come with their currency.
    set.currency ??= before?.currency ?? deals.find((one) => one.id === dealId)?.currency;
    if (set.currency === undefined) throw missing('deal', dealId);
    const known = products.find((one) => one.id === set.productId);
    if (!before) {
      set.name ??= known?.name;
      set.unitPrice ??=
        known?.unitPrice && known.currency === set.currency
          ? fromMinorUnits(BigInt(known.unitPrice), known.currency)
          : '0';
      set.quantity ??= 1;
      set.discount ??= 0;
      set.position = (last.get(dealId) ?? -1) + 1;
      last.set(dealId, Number(set.position));
    }
    if (typeof set.name === 'string') set.name = set.name.trim().replace(/\s+/g, ' ');
    if (!(set.name ?? before?.name)) refuse('name', 'An item needs a product or a name.');
    settleMoney(lineItem, draft);
    const value = (name: string) => set[name] ?? before?.[name];
    set.total = totalOf(
      String(value('unitPrice')),
      String(value('currency')),
      Number(value('quantity')),
      Number(value('discount')),
    );
  }
}

/** Where the amount of a deal is the sum of its items, it stays that, in the same change set. */
async function followItems(context: Context, written: WrittenRecord[]): Promise<void> {
  const dealIds = [...new Set(written.map((one) => String(one.after.dealId)))];
  await sumItems(context, dealIds);
}

/** Sets the amounts of those deals that follow their items. */
async function sumItems(context: Context, dealIds: readonly string[]): Promise<void> {
  const deals = await dealsWithItems(context.tx, dealIds);
  const updates = deals
    .filter((one) => one.amountFromItems)
    .map(({ id, total, currency }) => ({
      id,
      set: { amount: fromMinorUnits(BigInt(total), currency), amountFromItems: true },
    }));
  await updateRecords(context, deal, updates, { skipMissing: true });
}

defineKind({
  object: lineItem,
  prepare: prepareItems,
  afterWrite: followItems,
  visible: (context) => partsOfReadable(context, [deal]),
});
