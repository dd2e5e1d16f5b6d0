import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ports } from '#platform/context';
import { Problem } from '#platform/errors';
import { parseId, publicId, tryParseId } from '#platform/ids';
import {
  type AnyOperation,
  execute,
  type FileAnswer,
  idempotencyKey,
  type Outcome,
  RawJson,
  type UploadedFile,
} from '#platform/operations';
import type { Authenticate } from './authenticate.ts';
import { sendFile } from './send-file.ts';
import { readUpload } from './upload.ts';

export interface RestOptions {
  ports: Ports;
  operations: Iterable<AnyOperation>;
  authenticate: Authenticate;
}

export const apiPrefix = '/api/v1';

/** A route for every operation that declares one. */
export function addOperationRoutes(server: FastifyInstance, options: RestOptions): void {
  for (const operation of options.operations) {
    const { route } = operation;
    if (!route) continue;
    server.route({
      method: route.method,
      url: apiPrefix + route.path,
      handler: (request, reply) => answer(options, operation, request, reply),
    });
  }
}

async function answer(
  options: RestOptions,
  operation: AnyOperation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const actor = await options.authenticate(request, reply);
  const uploaded = operation.upload && request.isMultipart();
  const input = uploaded ? await readUpload(options.ports, operation, actor, request) : inputOf(operation, request);
  const run = () => {
    const key = operation.kind === 'write' ? request.headers['idempotency-key'] : undefined;
    return execute(options.ports, operation, input, {
      actor,
      surface: 'rest',
      requestId: request.id,
      address: request.ip,
      expectedVersion: expectedVersion(request.headers['if-match']),
      idempotency: typeof key === 'string' ? idempotencyKey(key, operation.name, canonical(input)) : undefined,
    });
  };
  const outcome = uploaded
    ? await withFile(options.ports, input.file as UploadedFile | undefined, run)
    : await run().catch((error: unknown) => {
        throw ledOn(error, request);
      });
  if (operation.kind === 'file') return sendFile(request, reply, outcome.output as FileAnswer);
  return send(operation, outcome, request, reply);
}

/** Who reads a record that was merged into another is led to the same thing of that one. */
function ledOn(error: unknown, request: FastifyRequest): unknown {
  if (!(error instanceof Problem) || error.code !== 'merged') return error;
  const { mergedFrom, mergedInto } = error.members as Record<'mergedFrom' | 'mergedInto', string>;
  const asGiven = Object.values(request.params as Record<string, string>).filter((id) => sameId(id, mergedFrom));
  const location = [mergedFrom, ...asGiven].reduce((url, id) => url.replaceAll(id, mergedInto), request.url);
  if (location !== request.url) error.headers.location = location;
  return error;
}

function sameId(given: string, shown: string): boolean {
  const bare = (id: string) => id.slice(id.indexOf('_') + 1);
  return (
    bare(given) === bare(shown) ||
    tryParseId(shown.slice(0, shown.indexOf('_')), given) === parseId(shown.slice(0, shown.indexOf('_')), shown)
  );
}

function inputOf(operation: AnyOperation, request: FastifyRequest): Record<string, unknown> {
  const params = request.params as Record<string, string>;
  const query = request.query as Record<string, unknown>;
  // What a request brings along follows from its method: a question that is too long for an address comes by POST.
  if (request.method !== 'POST' && request.method !== 'PUT' && request.method !== 'PATCH')
    return { ...query, ...params };
  const body = request.body ?? {};
  if (typeof body !== 'object' || Array.isArray(body))
    throw new Problem('validation_failed', { detail: 'The body must be a JSON object.' });
  if (operation.upload)
    throw new Problem('unsupported_media_type', {
      detail: 'Send the file as multipart/form-data, in the part "file".',
    });
  for (const [name, value] of Object.entries(params)) {
    const given = (body as Record<string, unknown>)[name];
    if (given !== undefined && given !== value) {
      throw new Problem('validation_failed', {
        detail: `${name}: the body names another than the path.`,
        mistakes: [{ path: name, message: 'differs from the path' }],
      });
    }
  }
  return { ...body, ...params };
}

/** A file that came for nothing is removed: the request was refused, or answered before. After any other failure somebody may refer to it. */
async function withFile(
  ports: Ports,
  file: UploadedFile | undefined,
  run: () => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  try {
    const outcome = await run();
    if (file && outcome.replayed) await ports.files.remove(file.key);
    return outcome;
  } catch (error) {
    if (file && error instanceof Problem && error.status < 500) await ports.files.remove(file.key);
    throw error;
  }
}

/** The same text for the same request; a file that is sent again lies elsewhere and is the same nevertheless. */
function canonical(input: Record<string, unknown>): string {
  const { file } = input as { file?: UploadedFile };
  const told = file?.sha256 && file.key ? { ...input, file: [file.name, file.sha256] } : input;
  return JSON.stringify(told, (_key, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** `"12.abc"`, `"12"`, `W/"12"` → 12; `*` and nothing → any. */
function expectedVersion(header: string | undefined): number | undefined {
  if (!header || header === '*') return undefined;
  const version = /^(?:W\/)?"?(\d{1,15})(?:\.[\w-]*)?"?$/.exec(header.trim())?.[1];
  if (!version) throw new Problem('bad_request', { detail: 'If-Match takes the ETag of the record as it was read.' });
  return Number(version);
}

function send(
  operation: AnyOperation,
  outcome: Outcome<unknown>,
  request: FastifyRequest,
  reply: FastifyReply,
): unknown {
  const status = operation.route?.status ?? 200;
  const { output } = outcome;
  reply.header('cache-control', 'private, no-cache');
  if (outcome.replayed) reply.header('idempotency-replayed', 'true');
  if (outcome.changeSetId) reply.header('kith-change-set', publicId('cs', outcome.changeSetId));
  if (status === 204 || output === null || output === undefined) return reply.status(204).send();
  reply.header('content-type', 'application/json; charset=utf-8');
  const text = output instanceof RawJson ? output.text : JSON.stringify(output);
  const ofRecord = output instanceof RawJson ? output.etag : undefined;
  const ofText = () => `W/"${createHash('sha1').update(text).digest('base64url').slice(0, 16)}"`;
  const etag = ofRecord ?? (operation.kind === 'read' ? ofText() : undefined);
  if (etag) reply.header('etag', etag);
  if (etag && operation.kind === 'read' && request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag))
    return reply.status(304).send();
  return reply.status(status).send(text);
}
