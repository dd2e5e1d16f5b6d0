import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { currencyCodes } from '#platform/money';
import { defineKind, type RecordDraft } from '#platform/records';
import { currencyRate } from './fields.ts';
import { workspaceCurrency } from './store/workspace-currency.ts';

function refuse(path: string, message: string): never {
  throw new Problem('validation_failed', { detail: message, mistakes: [{ path, message }] });
}

/** `eur` → `EUR`. Errors: `validation_failed` naming the field. */
export function currencyCode(path: string, text: string): string {
  const code = text.trim().toUpperCase();
  return currencyCodes.includes(code)
    ? code
    : refuse(path, `'${text.slice(0, 20)}' is not a currency. Use a code of ISO 4217, such as EUR or USD.`);
}

const rateShape = /^\d{1,12}(\.\d{1,12})?$/;

function complete({ set, before }: RecordDraft, own: string): void {
  if (typeof set.currency === 'string') set.currency = currencyCode('currency', set.currency);
  if (typeof set.base === 'string') set.base = currencyCode('base', set.base);
  set.base ??= before?.base ?? own;
  if (set.base === (set.currency ?? before?.currency))
    refuse('base', `A rate is between two currencies, and ${set.base} is both.`);
  if (typeof set.rate !== 'string') return;
  set.rate = set.rate.trim();
  if (!rateShape.test(set.rate as string) || Number(set.rate) === 0)
    refuse('rate', 'A rate is a decimal number above zero, as 1.0845.');
}

defineKind({
  object: currencyRate,
  async prepare(context: Context, drafts: RecordDraft[]) {
    const own = await workspaceCurrency(context.tx);
    for (const draft of drafts) complete(draft, own);
  },
});
