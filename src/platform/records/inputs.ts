import { z } from 'zod';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import { Problem } from '#platform/errors';
import { type ObjectType, objectNamed, valueSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { nearest } from '#platform/text';
import { customFieldsOf } from './custom-fields.ts';
import { flatten } from './values.ts';

const fromJson = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON, as {"city":{"eq":"Berlin"}}' });
      return z.NEVER;
    }
  });

const commaList = z.union([
  z.array(z.string().max(100)).max(200),
  z
    .string()
    .max(10_000)
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    ),
]);
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** Which fields an answer holds: a list, or names between commas. */
export const fieldsInput = commaList.optional().meta({ description: 'Only these fields, between commas.' });

/** What says which records of a list are meant. */
export const selectionInput = {
  q: z.string().max(200).optional().meta({ description: 'Words to search for; beginnings of words are enough.' }),
  filter: z
    .union([
      fromJson,
      z.custom<object>(
        (given) => typeof given === 'object' && given !== null,
        'must be an object, as {"city":{"eq":"Berlin"}}',
      ),
    ])
    .optional()
    .meta({
      description:
        'Conditions as {"and":[{"city":{"eq":"Berlin"}}]}; operators eq, ne, lt, lte, gt, gte, in, contains, startsWith, empty.',
    }),
};

/** The input of a list. */
export const listInput = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(60).meta({ description: 'Records on a page, 200 at most.' }),
  cursor: z.string().max(2000).optional().meta({ description: 'page.next of the page before.' }),
  sort: z.string().max(100).optional().meta({ description: 'A field, with - before it for descending: -createdAt.' }),
  fields: fieldsInput,
  count: z
    .enum(['bounded', 'exact'])
    .optional()
    .meta({ description: 'bounded counts to 10,000 at once; exact counts all.' }),
  deleted: flag.optional().meta({ description: 'Deleted records instead of those that are there.' }),
  ...selectionInput,
});

/** Throws `validation_failed` unless every record that the values refer to is in the workspace. */
async function refuseUnknownReferences(context: Context, object: ObjectType, values: Values): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = object.fields.get(name);
    if (typeof value !== 'string' || (field?.type !== 'reference' && field?.type !== 'user')) continue;
    const target = objectNamed(field.type === 'user' ? 'user' : (field.to ?? ''));
    const there = await context.sql.first(
      sql`select 1 as there from ${sql.table(target.table)} where workspace_id = kith.workspace_id() and id = ${value}`,
    );
    if (there) continue;
    const message = `there is no ${target.name} ${publicId(target.prefix, value)} in this workspace`;
    throw new Problem('validation_failed', { detail: `${name}: ${message}.`, mistakes: [{ path: name, message }] });
  }
}

/** The values of an input, flat; custom fields and references are checked against the workspace. Errors: `unknown_field`, `validation_failed`. */
export async function checkedValues(context: Context, object: ObjectType, input: Values): Promise<Values> {
  const values = flatten(input);
  await refuseUnknownReferences(context, object, values);
  const names = Object.keys(values).filter((name) => name.startsWith('custom.'));
  if (names.length === 0) return values;
  const custom = await customFieldsOf(context, object);
  for (const name of names) {
    const field = custom.get(name);
    if (!field) {
      const near = nearest(name, custom.keys());
      throw new Problem('unknown_field', {
        detail: `There is no custom field '${name.slice(7, 80)}' on ${object.plural}.${near ? ` Did you mean '${near.slice(7)}'?` : ' An administrator can add it.'}`,
      });
    }
    const parsed = valueSchema(field).safeParse(values[name]);
    if (!parsed.success) {
      const message = parsed.error.issues[0]?.message ?? 'is not valid';
      throw new Problem('validation_failed', {
        detail: `${field.label}: ${message}`,
        mistakes: [{ path: `customFields.${name.slice(7)}`, message }],
      });
    }
    values[name] = parsed.data;
  }
  return values;
}
