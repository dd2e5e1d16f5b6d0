import { z } from 'zod';
import type { AnyOperation } from '#platform/operations';

/** A JSON Schema, draft 2020-12, as OpenAPI 3.1 has it. */
export interface JsonSchema {
  type?: string | string[];
  description?: string;
  title?: string;
  format?: string;
  pattern?: string;
  default?: unknown;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  $ref?: string;
  [keyword: string]: unknown;
}

/** The input of an operation, as callers write it. */
export function inputSchema(operation: Pick<AnyOperation, 'input'>): JsonSchema {
  return converted(operation.input, 'input');
}

/** What a schema lets out. */
export function outputSchema(schema: z.ZodType): JsonSchema {
  return converted(schema, 'output');
}

function converted(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;
  return tidy(made);
}

/** Shorter, and the same: `T or null` as one type, no pattern where a format says it, the description where readers look for it. */
function tidy(schema: JsonSchema): JsonSchema {
  const { properties, items, additionalProperties, anyOf, ...rest } = schema;
  const tidied: JsonSchema = { ...rest };
  if (rest.format) delete tidied.pattern;
  // The keys of JSON are always texts.
  delete tidied.propertyNames;
  if (properties)
    tidied.properties = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, tidy(one)]));
  if (items) tidied.items = tidy(items);
  if (additionalProperties !== undefined)
    tidied.additionalProperties =
      typeof additionalProperties === 'object' ? tidy(additionalProperties) : additionalProperties;
  if (!anyOf) return tidied;
  const choices = anyOf.map(tidy);
  const description = rest.description ?? choices.find((one) => one.description)?.description;
  return alternatives({ ...tidied, ...(description ? { description } : {}) }, choices.flatMap(withinChoice));
}

/** A choice of choices is one choice. */
function withinChoice(schema: JsonSchema): JsonSchema[] {
  const isBare = Object.keys(schema).every((key) => key === 'anyOf' || key === 'description');
  return isBare && schema.anyOf ? schema.anyOf : [schema];
}

function alternatives(outer: JsonSchema, choices: JsonSchema[]): JsonSchema {
  const [first, second] = choices;
  if (choices.length === 2 && first && second?.type === 'null' && typeof first.type === 'string') {
    const allowed = first.enum ? { enum: [...first.enum, null] } : {};
    return { ...first, ...outer, ...allowed, type: [first.type, 'null'] };
  }
  return { ...outer, anyOf: choices };
}
