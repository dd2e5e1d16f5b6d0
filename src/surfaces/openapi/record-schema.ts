import { type Field, type ObjectType, objectNamed } from '#platform/fields';
import type { JsonSchema } from './json-schema.ts';

/** The name of a schema or type: `contact` → `Contact`. */
export function typeName(name: string): string {
  return name.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_all, _gap: string, letter: string) => letter.toUpperCase());
}

const neverNull = new Set(['createdAt', 'updatedAt', 'name', 'leadScore', 'scoreTier', 'qualityScore']);
const texts = new Set([
  'text',
  'money',
  'longText',
  'email',
  'phone',
  'url',
  'country',
  'choice',
  'reference',
  'user',
  'record',
  'id',
]);

/** What the API answers for one value of a field. */
function valueSchema(field: Field): JsonSchema {
  const described = { description: field.description };
  if (field.type === 'boolean') return { type: 'boolean', ...described };
  if (field.type === 'tags') return { type: 'array', items: { type: 'string' }, ...described };
  if (field.type === 'json' && field.many) return { type: 'array', items: {}, ...described };
  if (field.type === 'json') return { type: ['object', 'null'], additionalProperties: true, ...described };
  const type =
    texts.has(field.type) || field.type.startsWith('date') ? 'string' : field.type === 'integer' ? 'integer' : 'number';
  const empty = !field.required && !neverNull.has(field.name);
  const choices =
    field.choices && field.choices.length > 0 ? { enum: [...field.choices, ...(empty ? [null] : [])] } : {};
  const format = field.type === 'dateTime' ? { format: 'date-time' } : field.type === 'date' ? { format: 'date' } : {};
  return { type: empty ? [type, 'null'] : type, ...described, ...choices, ...format };
}

function relatedSchema(field: Field): JsonSchema {
  if (field.type === 'record') {
    return {
      type: ['object', 'null'],
      description: `The record, by kind and name. ${field.description}`,
      properties: { id: { type: 'string' }, type: { type: 'string' }, name: { type: ['string', 'null'] } },
      required: ['id', 'type', 'name'],
    };
  }
  const target = objectNamed(field.type === 'user' ? 'user' : (field.to ?? ''));
  return {
    type: ['object', 'null'],
    description: `The ${target.name}, by name. ${field.description}`,
    properties: { id: { type: 'string' }, name: { type: ['string', 'null'] } },
    required: ['id', 'name'],
  };
}

/** A record as the API answers it, from the field catalogue: ids of related records have their names beside them. */
export function recordSchema(object: ObjectType): JsonSchema {
  const properties: Record<string, JsonSchema> = {
    id: object.template
      ? {
          type: 'string',
          description: 'The id, with the prefix of its kind.',
          pattern: '^[a-z][a-z0-9]{1,11}_[0-9a-f]{32}$',
        }
      : { type: 'string', description: `The id, as ${object.prefix}_…`, pattern: `^${object.prefix}_[0-9a-f]{32}$` },
  };
  for (const field of object.fields.values()) {
    properties[field.name] = valueSchema(field);
    const isLink = ['reference', 'user', 'record'].includes(field.type);
    if (isLink && !field.bare && field.name.endsWith('Id'))
      properties[field.name.replace(/Id$/, '')] = relatedSchema(field);
  }
  if (object.extensible) {
    const description = 'Values of fields that the workspace has added, by name.';
    properties.customFields = { type: 'object', additionalProperties: true, description };
  }
  properties.masked = {
    type: 'array',
    items: { type: 'string' },
    description:
      'The fields whose values are not for the reader: they hold a mask, or nothing where they are no texts.',
  };
  properties.version = { type: 'integer', description: 'Rises with every change; goes into If-Match.' };
  return { type: 'object', description: object.description, properties, required: ['id', 'version'] };
}

/** A page of a list. */
export function pageSchema(object: ObjectType): JsonSchema {
  const page: JsonSchema = {
    type: 'object',
    properties: {
      next: { type: 'string', description: 'The cursor of the next page; absent on the last one.' },
      total: { type: 'integer', description: 'How many there are, where count asked for it.' },
      totalIsExact: { type: 'boolean', description: 'false: there are at least so many.' },
    },
  };
  const data = { type: 'array', items: { $ref: `#/components/schemas/${typeName(object.name)}` } };
  return { type: 'object', properties: { data, page }, required: ['data', 'page'] };
}
