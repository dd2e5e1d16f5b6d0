import { z } from 'zod';
import { Problem } from '#platform/errors';
import { publicId, tryParseId } from '#platform/ids';
import { canonicalMoney } from '#platform/money';
import { compilePattern } from '#platform/text';
import type { Field } from './field.ts';
import { objectCatalogue } from './object.ts';
import { isStorable, valueSchema } from './schema.ts';

const mostRelated = 100;

/** The id of a record as custom values keep it: with its prefix, since the column does not say whose id it is. */
function recordId(field: Field): z.ZodType {
  const object = field.type === 'user' ? 'user' : field.type === 'file' ? 'file' : (field.to ?? '');
  const prefix = field.prefix ?? objectCatalogue().get(object)?.prefix ?? '';
  return z
    .string()
    .max(100)
    .transform((text, context) => {
      const uuid = prefix === '' ? undefined : tryParseId(prefix, text);
      if (uuid) return publicId(prefix, uuid);
      context.addIssue({ code: 'custom', message: `must be the id of a ${object}, as ${prefix}_…` });
      return z.NEVER;
    });
}

const unique = (values: unknown[]) => [...new Set(values)];
const part = z.string().trim().max(255).refine(isStorable, 'must not contain NUL characters or halves of characters');

const address = z
  .strictObject({
    street: part.optional(),
    city: part.optional(),
    state: part.optional(),
    postalCode: part.optional(),
    country: part.optional(),
  })
  .refine(
    (value) => Object.values(value).some(Boolean),
    'must have at least one of street, city, state, postalCode, country',
  );

function money(currency: string): z.ZodType {
  return z.union([z.string().max(60), z.number()]).transform((given, context) => {
    try {
      const { amount } = canonicalMoney({ amount: String(given), currency });
      if (Math.abs(Number(amount)) < 1e15) return amount;
      context.addIssue({ code: 'custom', message: 'must be less than 1,000,000,000,000,000' });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
    return z.NEVER;
  });
}

const choice = ({ choices }: Field) => z.enum((choices ?? []) as [string, ...string[]]);

function ofType(field: Field): z.ZodType {
  switch (field.type) {
    case 'number':
    case 'percent':
      return z.number().min(-1e15).max(1e15);
    case 'money':
      return money(field.currency ?? 'EUR');
    case 'multiChoice':
      return z.array(choice(field)).max(100).transform(unique);
    case 'address':
      return address;
    case 'user':
    case 'file':
    case 'reference':
      return recordId(field);
    case 'references':
      return z.array(recordId(field)).max(mostRelated).transform(unique);
    default:
      return valueSchema({ ...field, required: true });
  }
}

const email = /^[^\s@]+@[^\s@]+$/;

/** What is wrong with a text, by its type and the rules of its field. */
function textMistake({ type, rules = {} }: Field, text: string): string | undefined {
  if (type === 'email' && !email.test(text)) return 'must be an e-mail address';
  if (type === 'url' && !(/^https?:/i.test(text) && URL.canParse(text)))
    return 'must be a web address, as https://example.com';
  const { length } = [...text];
  if (rules.minLength !== undefined && length < rules.minLength)
    return `must have at least ${rules.minLength} characters`;
  if (rules.maxLength !== undefined && length > rules.maxLength)
    return `must have at most ${rules.maxLength} characters`;
  if (rules.pattern !== undefined && !compilePattern(rules.pattern)(text)) return `must match ${rules.pattern}`;
  return undefined;
}

function mistakeIn(field: Field, value: unknown): string | undefined {
  const { rules = {} } = field;
  if (rules.allowed && !Array.isArray(value) && !rules.allowed.includes(value as string | number))
    return `must be one of ${rules.allowed.slice(0, 20).join(', ')}`;
  const number = typeof value === 'number' ? value : field.type === 'money' ? Number(value) : undefined;
  if (number !== undefined) {
    if (rules.min !== undefined && number < rules.min) return `must be at least ${rules.min}`;
    return rules.max !== undefined && number > rules.max ? `must be at most ${rules.max}` : undefined;
  }
  if (field.type === 'date' || field.type === 'dateTime') return undefined;
  return typeof value === 'string' ? textMistake(field, value) : undefined;
}

/** What a value of a custom field may be, in the form in which it is kept; null empties it unless the field is required. */
export function customValueSchema(field: Field): z.ZodType {
  const schema = ofType(field).superRefine((value, context) => {
    const message = mistakeIn(field, value);
    if (message) context.addIssue({ code: 'custom', message });
    else if (field.required && (value === '' || (Array.isArray(value) && value.length === 0)))
      context.addIssue({ code: 'custom', message: 'is required' });
  });
  return field.required ? schema : schema.nullable();
}

/** What two values of a unique field are compared by; undefined for an empty one. */
export function uniqueKey(field: Field, value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  return field.type === 'email' ? String(value).toLowerCase() : String(value);
}
