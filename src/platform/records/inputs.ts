import { z } from 'zod';
import type { ObjectType } from '#platform/fields';

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

/** What an operation on a template takes besides: which kind of record is meant. */
export function objectInput({ template }: ObjectType): { object?: z.ZodString } {
  if (!template) return {};
  return { object: z.string().max(50).meta({ description: 'The kind of record, by its name.' }) };
}

/** Where the records of an object are in the API. */
export function pathOf({ template, path }: ObjectType): string {
  return template ? `/objects/:object/${path}` : `/${path}`;
}

/** What a command takes without a name. */
export function positionalOf({ template }: ObjectType, ...names: string[]): string[] {
  return template ? ['object', ...names] : names;
}

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
  sort: z.string().max(100).optional().meta({
    description:
      'A field, with - before it for descending: -createdAt. A search without one comes by its own order: names that match first.',
  }),
  fields: fieldsInput,
  count: z
    .enum(['bounded', 'exact'])
    .optional()
    .meta({ description: 'bounded counts to 10,000 at once; exact counts all.' }),
  deleted: flag.optional().meta({ description: 'Deleted records instead of those that are there.' }),
  ...selectionInput,
});
