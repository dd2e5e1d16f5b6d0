import { Problem } from '#platform/errors';
import type { Field, ObjectType } from '#platform/fields';
import { canonicalMoney } from '#platform/money';
import type { RecordDraft } from './kind.ts';

function refuse(field: Field, message: string): never {
  throw new Problem('validation_failed', {
    detail: `${field.label}: ${message}`,
    mistakes: [{ path: field.name, message }],
  });
}

/**
 * Brings the amounts of a draft into the form in which they are kept: with all digits of their currency. A new currency takes the amount
 * along. Doing it twice changes nothing more. Errors: `validation_failed` for an amount that its currency cannot have.
 */
export function settleMoney(object: ObjectType, { set, before }: RecordDraft): void {
  for (const field of object.fields.values()) {
    if (field.type !== 'money' || !field.currencyIn) continue;
    if (set[field.name] === undefined && set[field.currencyIn] === undefined) continue;
    const amount = set[field.name] === undefined ? before?.[field.name] : set[field.name];
    const currency = set[field.currencyIn] ?? before?.[field.currencyIn];
    if (typeof amount !== 'string') continue;
    if (typeof currency !== 'string') refuse(field, 'has no currency');
    try {
      set[field.name] = canonicalMoney({ amount, currency: String(currency) }).amount;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refuse(field, error.message);
    }
  }
}
