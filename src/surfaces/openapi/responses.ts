import { problemCatalogue } from '#platform/errors';
import type { AnyOperation } from '#platform/operations';
import { type Answer, answerOf } from './answers.ts';
import type { JsonSchema } from './json-schema.ts';
import { typeName } from './record-schema.ts';

interface Header {
  description: string;
  schema: JsonSchema;
}

export interface Response {
  description: string;
  headers?: Record<string, Header>;
  content?: Record<string, { schema: JsonSchema }>;
}

export const problemSchema: JsonSchema = {
  type: 'object',
  description: 'RFC 9457: what happened and what to do.',
  properties: {
    type: { type: 'string', format: 'uri', description: 'The kind of problem, as an address.' },
    title: { type: 'string', description: 'The kind of problem, in words.' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'The kind of problem, for programs.' },
    detail: { type: 'string', description: 'What happened here, and what to do.' },
    instance: { type: 'string', description: 'The id of the request, as in X-Request-Id.' },
    errors: {
      type: 'array',
      description: 'Every mistake in the input.',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, message: { type: 'string' } },
        required: ['path', 'message'],
      },
    },
  },
  required: ['type', 'title', 'status', 'code', 'detail'],
};

const etag: Header = { description: 'What If-Match and If-None-Match take.', schema: { type: 'string' } };
const changeSet: Header = {
  description: 'The change set of this write: changes.undo takes it back.',
  schema: { type: 'string' },
};

function contentOf(answer: Answer, { contentType = 'text/csv' }: AnyOperation): Response['content'] {
  const json = (schema: JsonSchema) => ({ 'application/json': { schema } });
  if (answer.kind === 'record') return json({ $ref: `#/components/schemas/${typeName(answer.object.name)}` });
  if (answer.kind === 'page') return json({ $ref: `#/components/schemas/${typeName(answer.object.name)}Page` });
  if (answer.kind === 'schema') return json(answer.schema);
  const format = contentType.startsWith('text/') ? {} : { format: 'binary' };
  if (answer.kind === 'file') return { [contentType]: { schema: { type: 'string', ...format } } };
  return answer.kind === 'nothing' ? undefined : json({});
}

function success(operation: AnyOperation): Response {
  const answer = answerOf(operation);
  const content = contentOf(answer, operation);
  const hasTag = answer.kind === 'record' || operation.kind === 'read';
  const headers = {
    ...(hasTag ? { ETag: etag } : {}),
    ...(operation.kind === 'write' ? { 'Kith-Change-Set': changeSet } : {}),
  };
  return {
    description: answer.kind === 'nothing' ? 'Done; there is nothing to say.' : 'Done.',
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    ...(content ? { content } : {}),
  };
}

/** The codes of the problems that an operation may answer. */
function problemsOf(operation: AnyOperation): string[] {
  const hasPath = operation.route?.path.includes(':') ?? false;
  return [
    ...new Set([
      ...[
        'validation_failed',
        'bad_request',
        'not_signed_in',
        'not_allowed',
        'rate_limited',
        'internal_error',
        'not_ready',
      ],
      ...(operation.subject || hasPath ? ['not_found'] : []),
      ...(operation.kind === 'write'
        ? ['conflict', 'idempotency_key_reused', 'too_large', 'unsupported_media_type']
        : []),
      ...(operation.privileged ? ['step_up_needed'] : []),
      ...(operation.problems ?? []),
    ]),
  ];
}

/** The answers of an operation by status: what it gives, and the problems it may have. */
export function responsesOf(operation: AnyOperation): Record<string, Response> {
  const byStatus = new Map<number, string[]>();
  const catalogue = problemCatalogue();
  for (const code of problemsOf(operation)) {
    const status = catalogue.get(code)?.status ?? 500;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const schema = { $ref: '#/components/schemas/Problem' };
  const problems = [...byStatus].map(([status, codes]): [string, Response] => [
    String(status),
    {
      description: codes.map((code) => `${catalogue.get(code)?.title ?? code} (\`${code}\`)`).join('; '),
      content: { 'application/problem+json': { schema } },
    },
  ]);
  return { [String(operation.route?.status ?? 200)]: success(operation), ...Object.fromEntries(problems) };
}
