import { z } from 'zod';
import { publicId } from '#platform/ids';
import type { Field } from './field.ts';
import { objectNamed, recordRef, recordUuid } from './object.ts';

const text = (field: Field, longest: number) => z.string().max(field.maxLength ?? longest);
const noNul = (schema: z.ZodString) =>
  schema.refine(isStorable, 'must not contain NUL characters or halves of characters');

/** PostgreSQL takes neither NUL nor lone surrogates. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

const deepestJson = 20;
const longestJson = 100_000;

/** What is wrong with a JSON value that is to be stored; undefined when nothing is. */
function jsonMistake(value: unknown, depth = 0): string | undefined {
  if (depth > deepestJson) return `must not be nested more than ${deepestJson} deep`;
  if (typeof value === 'string' && !isStorable(value)) return 'must not contain NUL characters or halves of characters';
  if (value === null || typeof value !== 'object') return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const mistake = isStorable(name) ? jsonMistake(inner, depth + 1) : 'must not have NUL characters in a name';
    if (mistake) return mistake;
  }
  return undefined;
}

const storableJson = z.record(z.string().max(255), z.unknown()).superRefine((value, context) => {
  const mistake = jsonMistake(value) ?? (JSON.stringify(value).length > longestJson ? 'is too large' : undefined);
  if (mistake) context.addIssue({ code: 'custom', message: mistake });
});

/** An id of an object, prefixed or plain, as its UUID. */
export function idSchema(objectName: string): z.ZodType<string, string> {
  return z
    .string()
    .max(100)
    .transform((value, context) => {
      const uuid = recordUuid(objectNamed(objectName), value);
      if (uuid) return uuid;
      context.addIssue({
        code: 'custom',
        message: `must be the id of a ${objectName}, as ${objectNamed(objectName).prefix}_…`,
      });
      return z.NEVER;
    })
    .meta({ description: `The id of a ${objectName}.` });
}

/** The id of a record of any kind, with its prefix. */
export function anyIdSchema(): z.ZodType<string, string> {
  return z
    .string()
    .max(100)
    .transform((value, context) => {
      const ref = recordRef(value);
      if (ref) return publicId(ref.object.prefix, ref.id);
      context.addIssue({ code: 'custom', message: 'must be the id of a record with its prefix, as ct_…' });
      return z.NEVER;
    })
    .meta({ description: 'The id of a record of any kind, with its prefix.' });
}

const dateTime = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .transform((value) => new Date(value).toISOString());

function bare(field: Field): z.ZodType {
  switch (field.type) {
    case 'text':
    case 'phone':
    case 'country':
      return noNul(text(field, 255));
    case 'email':
      return noNul(text(field, 320));
    case 'url':
      return noNul(text(field, 500));
    case 'longText':
      return noNul(text(field, 100_000));
    case 'integer':
      return z
        .number()
        .int()
        .min(field.minimum ?? Number.MIN_SAFE_INTEGER)
        .max(field.maximum ?? Number.MAX_SAFE_INTEGER);
    case 'decimal':
      return z
        .number()
        .min(field.minimum ?? -1e12)
        .max(field.maximum ?? 1e12);
    case 'money':
      return moneyText;
    case 'boolean':
      return z.boolean();
    case 'date':
      return z.iso.date().refine((text) => text >= '0001', 'must be a day after the year 0');
    case 'dateTime':
      return dateTime;
    case 'choice':
      return field.choices && field.choices.length > 0
        ? z.enum(field.choices as [string, ...string[]])
        : noNul(text(field, 100));
    case 'tags':
      return z
        .array(
          noNul(
            z
              .string()
              .trim()
              .min(1)
              .max(field.maxLength ?? 100),
          ),
        )
        .max(100)
        .transform((tags) => [...new Set(tags)]);
    case 'reference':
      return idSchema(field.to ?? '');
    case 'user':
      return idSchema('user');
    case 'record':
      return anyIdSchema();
    case 'id':
      return z.string();
    case 'json':
      return storableJson;
    default:
      throw new Error(`'${field.type}' is a type of custom fields only.`);
  }
}

/** An amount as people of programs write it; the digits that its currency allows are checked where the currency is known. */
const moneyText = z
  .union([z.string().max(60), z.number()])
  .transform(String)
  .refine((text) => /^-?\d+(\.\d+)?$/.test(text), 'must be an amount, as "1234.50"')
  .refine((text) => /^-?0*\d{0,13}(\.\d*)?$/.test(text), 'must have 13 digits before the point at most');

/** What a value of the field may be in an input; null empties it. */
export function valueSchema(field: Field): z.ZodType {
  const schema = bare(field).meta({ description: field.description });
  return field.required || field.type === 'boolean' || field.type === 'tags' ? schema : schema.nullable();
}

/** The input of a create (`required` fields must be there) or of an update (any of them may be). */
export function inputShape(fields: Iterable<Field>, purpose: 'create' | 'update'): Record<string, z.ZodType> {
  const shape: Record<string, z.ZodType> = {};
  for (const field of fields) {
    if (field.readOnly || field.custom) continue;
    const schema = valueSchema(field);
    shape[field.name] = purpose === 'create' && field.required ? schema : schema.optional();
    for (const name of field.otherNames ?? [])
      shape[name] = schema.optional().meta({ description: `Another name of ${field.name}.` });
  }
  return shape;
}
