import { type Conversion, convertAll } from '#domain/records/currencies';
import type { Values } from '#platform/changes';
import type { Sql } from '#platform/database';
import { fromMinorUnits, toMinorUnits } from '#platform/money';
import type { RecordDraft } from '#platform/records';
import { valueDay } from './rules/complete-deal.ts';

const moves = ['amount', 'currency', 'closeDate', 'closedAt', 'createdDate'];

/** What deals are worth in the currency of the workspace, in the order they were given; null where that is not known. */
export async function baseAmounts(reader: Sql, deals: readonly Values[], own: string): Promise<(string | null)[]> {
  const conversions = deals.map((values): Conversion | undefined => {
    const { amount, currency } = values;
    if (typeof amount !== 'string' || typeof currency !== 'string') return undefined;
    return { minor: toMinorUnits(amount, currency), currency, day: valueDay(values) };
  });
  const known = conversions.filter((one) => one !== undefined);
  const converted = await convertAll(reader, known, own);
  const found = new Map(known.map((one, index) => [one, converted[index]]));
  return conversions.map((one) => {
    const minor = one && found.get(one);
    return minor === undefined ? null : fromMinorUnits(minor, own);
  });
}

/** Gives drafts their worth in the currency of the workspace, where what they are about to hold may have moved it. */
export async function setBaseAmounts(reader: Sql, drafts: readonly RecordDraft[], own: string): Promise<void> {
  const moved = drafts.filter(({ before, set }) => !before || moves.some((name) => set[name] !== undefined));
  const amounts = await baseAmounts(
    reader,
    moved.map(({ before, set }) => ({ ...before, ...set })),
    own,
  );
  for (const [index, { set }] of moved.entries()) {
    set.baseAmount = amounts[index] ?? null;
    set.baseCurrency = own;
  }
}
