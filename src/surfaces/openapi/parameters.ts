import type { AnyOperation } from '#platform/operations';
import type { JsonSchema } from './json-schema.ts';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: JsonSchema;
}

/** The parameters of a route's path, in order. */
function pathNames(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1] as string);
}

/** Whether the rest of the input travels in the query rather than in a body. */
function travelsInQuery({ route }: AnyOperation): boolean {
  return !route || route.method === 'GET' || route.method === 'DELETE';
}

/** A value as it stands in a query: of a choice between forms the one that is written plainly. */
function inQuery(schema: JsonSchema): JsonSchema {
  const { anyOf, description: _shownBeside, ...rest } = schema;
  if (!anyOf) return rest;
  const plain =
    anyOf.find((one) => one.type === 'boolean') ?? anyOf.find((one) => one.type === 'string' && !one.enum) ?? anyOf[0];
  const holdsJson = anyOf.some((one) => one.type === 'object' || Object.keys(one).length === 0);
  return { ...plain, ...(holdsJson ? { contentMediaType: 'application/json' } : {}) };
}

function parameter(name: string, place: 'path' | 'query', schema: JsonSchema, required: boolean): Parameter {
  const { description } = schema;
  const details = { ...(required ? { required } : {}), ...(description ? { description } : {}) };
  return { name, in: place, ...details, schema: inQuery(schema) };
}

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'Makes a retry safe: the same key with the same request gets the same answer again for 24 hours, with another request 422.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  description: 'The ETag or the version of the record as it was read: refused with 412 when it has changed since.',
  schema: { type: 'string', examples: ['"3"'] },
};

const ifNoneMatch: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The ETag of an earlier answer: 304 without a body when nothing has changed.',
  schema: { type: 'string' },
};

/** Everything that a request carries outside its body. */
export function parametersOf(operation: AnyOperation, input: JsonSchema): Parameter[] {
  const inPath = pathNames(operation.route?.path ?? '');
  const properties = Object.entries(input.properties ?? {});
  const query = travelsInQuery(operation) ? properties.filter(([name]) => !inPath.includes(name)) : [];
  const hasVersion =
    operation.subject !== undefined && operation.kind === 'write' && operation.route?.method !== 'POST';
  return [
    ...inPath.map((name) => parameter(name, 'path', input.properties?.[name] ?? { type: 'string' }, true)),
    ...query.map(([name, schema]) => parameter(name, 'query', schema, input.required?.includes(name) ?? false)),
    ...(operation.kind === 'write' ? [idempotencyKey] : []),
    ...(operation.kind === 'read' && operation.route?.method === 'GET' ? [ifNoneMatch] : []),
    ...(hasVersion ? [ifMatch] : []),
  ];
}

/** What travels in the body: the input without what stands in the path; undefined when nothing does. */
export function bodyOf(operation: AnyOperation, input: JsonSchema): JsonSchema | undefined {
  if (travelsInQuery(operation)) return undefined;
  const inPath = pathNames(operation.route?.path ?? '');
  const properties = Object.fromEntries(
    Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name)),
  );
  if (Object.keys(properties).length === 0) return undefined;
  const required = input.required?.filter((name) => name in properties) ?? [];
  const { required: _all, ...rest } = input;
  const body: JsonSchema = { ...rest, properties, ...(required.length > 0 ? { required } : {}) };
  return operation.upload ? withFile(body) : body;
}

/** In a form the file is a part, and what is not a text is JSON. */
function withFile(body: JsonSchema): JsonSchema {
  const file: JsonSchema = { type: 'string', format: 'binary', description: 'The file itself.' };
  const { additionalProperties: _closed, ...rest } = body;
  return { ...rest, properties: { ...body.properties, file } };
}
