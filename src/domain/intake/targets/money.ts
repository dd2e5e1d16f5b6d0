import { asProblem } from '#platform/errors';
import { canonicalMoney } from '#platform/money';
import type { ReadRow } from './contract.ts';

/** Takes an amount or a currency that cannot be kept out of a row, and tells so: the row comes in without it. */
export function checkMoney(row: ReadRow, field: string, own: string, known: readonly string[]): void {
  const { values } = row;
  if (typeof values.currency === 'string' && !known.includes(values.currency)) {
    drop(row, 'currency', `'${values.currency.slice(0, 20)}' is not a currency.`);
  }
  const amount = values[field];
  if (typeof amount !== 'string') return;
  try {
    values[field] = canonicalMoney({ amount, currency: String(values.currency ?? own) }).amount;
    if (amount.replace(/\D.*$|^-/, '').length > mostDigits)
      drop(row, field, `The amount ${amount} is larger than Kith keeps.`);
  } catch (error) {
    drop(row, field, asProblem(error).message);
  }
}

const mostDigits = 13;

function drop(row: ReadRow, field: string, reason: string): void {
  const value = String(row.values[field]);
  delete row.values[field];
  row.unmapped[field] = value;
  row.issues.push({ column: field, value, reason });
}
