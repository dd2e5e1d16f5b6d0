import { objectCatalogue } from '#platform/fields';
import type { AnyOperation, Module } from '#platform/operations';
import { answerOf } from './answers.ts';
import { inputSchema, type JsonSchema } from './json-schema.ts';
import { otherPaths, otherTags } from './other-paths.ts';
import { bodyOf, type Parameter, parametersOf } from './parameters.ts';
import { pageSchema, recordSchema, typeName } from './record-schema.ts';
import { problemSchema, type Response, responsesOf } from './responses.ts';
import { type ResponseRef, SharedResponses } from './shared-responses.ts';

export interface DocumentOptions {
  modules: readonly Module[];
  version: string;
  /** Where the API is reached, without a slash at the end. */
  baseUrl: string;
  /** The path before every route, as `/api/v1`. */
  prefix: string;
}

/** One operation in the document. */
export interface OperationEntry {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, Response | ResponseRef>;
  /** Empty where nobody has to be signed in. */
  security?: Record<string, string[]>[];
}

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  openapi: string;
  info: Record<string, unknown>;
  servers: { url: string }[];
  security: Record<string, string[]>[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, OperationEntry>>;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: Record<string, Response>;
    securitySchemes: Record<string, Record<string, string>>;
  };
}

const about = `Everything that Kith can do, as one HTTP request each.

Sign in with an API key: \`Authorization: Bearer kith_…\`. Ids have a prefix that says what they name (\`ct_\` a contact, \`ac_\` an account). A refusal is
\`application/problem+json\` with a \`code\` for programs and a \`detail\` that says what to do. Every write takes an \`Idempotency-Key\`; lists are read page by
page with \`cursor\`. \`/opportunities\` is another name of \`/deals\`, for every request there.`;

function entryOf(module: Module, operation: AnyOperation, shared: SharedResponses): OperationEntry {
  const input = inputSchema(operation);
  const parameters = parametersOf(operation, input);
  const body = bodyOf(operation, input);
  const type = operation.upload ? 'multipart/form-data' : 'application/json';
  return {
    operationId: operation.name,
    summary: operation.summary,
    description: `Needs the permission \`${operation.permission}\`.`,
    tags: [module.name],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? { requestBody: { required: (body.required?.length ?? 0) > 0, content: { [type]: { schema: body } } } }
      : {}),
    responses: Object.fromEntries(
      Object.entries(responsesOf(operation)).map(([status, response]) => [status, shared.share(status, response)]),
    ),
  };
}

function schemasOf(operations: readonly AnyOperation[]): Record<string, JsonSchema> {
  const schemas: Record<string, JsonSchema> = { Problem: problemSchema };
  const answers = operations.map(answerOf);
  for (const object of objectCatalogue().values()) {
    const name = typeName(object.name);
    const used = answers.some((one) => 'object' in one && one.object === object);
    if (used) schemas[name] = recordSchema(object);
    if (answers.some((one) => one.kind === 'page' && one.object === object))
      schemas[`${name}Page`] = pageSchema(object);
  }
  return schemas;
}

/** The document that describes every operation with a route. */
export function openApiDocument({ modules, version, baseUrl, prefix }: DocumentOptions): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  const shared = new SharedResponses();
  for (const [path, methods] of Object.entries(otherPaths(prefix))) paths[path] = methods;
  const described = modules.filter((module) => module.operations?.some((operation) => operation.route));
  for (const module of described) {
    for (const operation of module.operations ?? []) {
      if (!operation.route) continue;
      const path = prefix + operation.route.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [operation.route.method.toLowerCase()]: entryOf(module, operation, shared) };
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Kith',
      version,
      summary: 'The self-hosted, AI-native CRM.',
      description: about,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: baseUrl }],
    security: [{ apiKey: [] }, { session: [] }],
    tags: [...described.map(({ name, summary }) => ({ name, description: summary })), ...otherTags],
    paths,
    components: {
      schemas: schemasOf(described.flatMap((module) => module.operations ?? [])),
      responses: shared.components,
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, as kith_….' },
        session: { type: 'apiKey', in: 'cookie', name: 'kith_session', description: 'The session of the web app.' },
      },
    },
  };
}
