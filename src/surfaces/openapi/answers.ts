import { type ObjectType, objectCatalogue, objectNamed } from '#platform/fields';
import type { AnyOperation } from '#platform/operations';
import { inputSchema, type JsonSchema, outputSchema } from './json-schema.ts';

/** What an operation answers. */
export type Answer =
  | { kind: 'record' | 'page'; object: ObjectType }
  | { kind: 'schema'; schema: JsonSchema }
  | { kind: 'nothing' | 'file' | 'unknown' };

const bulkSchema = (counted: string): JsonSchema => ({
  type: 'object',
  properties: {
    changeSetId: { type: 'string', description: 'Give it to changes.undo to take everything back.' },
    selected: { type: 'integer', description: 'How many records were meant.' },
    [counted]: { type: 'integer', description: 'How many of them changed.' },
  },
  required: ['changeSetId', 'selected', counted],
});

/** The answer of an operation: what it declares, or for the operations that every kind of record has, what follows from its fields. */
export function answerOf(operation: AnyOperation): Answer {
  if (operation.kind === 'file') return { kind: 'file' };
  if (operation.route?.status === 204) return { kind: 'nothing' };
  if (operation.answers) return { kind: 'record', object: objectNamed(operation.answers) };
  if (operation.answersPage) return { kind: 'page', object: objectNamed(operation.answersPage) };
  if (operation.output) return { kind: 'schema', schema: outputSchema(operation.output) };
  const at = operation.name.lastIndexOf('.');
  const verb = operation.name.slice(at + 1);
  const object = [...objectCatalogue().values()].find((one) => one.plural === operation.name.slice(0, at));
  if (!object) return { kind: 'unknown' };
  if (answersRecord(operation, verb, object)) return { kind: 'record', object };
  if (verb === 'list' && inputSchema(operation).properties?.cursor) return { kind: 'page', object };
  if (verb === 'bulkUpdate') return { kind: 'schema', schema: bulkSchema('updated') };
  if (verb === 'bulkDelete') return { kind: 'schema', schema: bulkSchema('deleted') };
  return { kind: 'unknown' };
}

/** The operations of #platform/records, told from others of the same names by what they take. */
function answersRecord(operation: AnyOperation, verb: string, object: ObjectType): boolean {
  if (verb === 'get') return inputSchema(operation).properties?.asOf !== undefined;
  if (verb === 'create') return operation.route?.status === 201;
  return ['update', 'replace', 'restore'].includes(verb) && operation.subject === object.name;
}
