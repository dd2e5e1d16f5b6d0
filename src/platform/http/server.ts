import type { IncomingMessage } from 'node:http';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { asProblem, Problem } from '#platform/errors';
import { type Log, requestIdFrom } from '#platform/log';

export interface HttpServerOptions {
  log: Log;
  trustProxy: boolean | number | string;
  /** Pages that may call the API from a browser, by origin. */
  corsOrigins: readonly string[];
  /** The version of an unversioned path that means the API; undefined leaves it. */
  rewrite?: (request: IncomingMessage) => string;
}

const bodyLimitBytes = 10 * 1024 * 1024;

/** An HTTP server with Kith's manners: problem+json, request ids, compression over 1 KB, limits, security headers. */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    trustProxy: options.trustProxy as boolean,
    bodyLimit: bodyLimitBytes,
    genReqId: (request) => requestIdFrom(request.headers['x-request-id']),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) =>
      void answerProblem(options.log, error, request.id, reply as FastifyReply),
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    ...(options.rewrite ? { rewriteUrl: options.rewrite } : {}),
  });
  await server.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 4 } } });
  await server.register(cookie);
  await server.register(multipart, {
    limits: { files: 1, fileSize: 20 * 1024 ** 3, fields: 50, fieldSize: 1024 * 1024 },
    throwFileSizeLimit: true,
  });
  acceptNoBody(server);
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    allowOrigin(options.corsOrigins, request.headers.origin, reply);
    if (request.method === 'OPTIONS') await reply.status(204).send();
  });
  server.setErrorHandler((error: FastifyError, request, reply) => answerProblem(options.log, error, request.id, reply));
  server.setNotFoundHandler((request, reply) => {
    const problem = new Problem('not_found', {
      detail: `There is nothing at ${request.method} ${request.url.slice(0, 200)}. The API is described at /openapi.json.`,
    });
    return answerProblem(options.log, problem, request.id, reply);
  });
  return server;
}

/** Whoever says that JSON comes and sends none has sent nothing: what is lacking, if anything, the operation says. */
function acceptNoBody(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else parse(request, body as string, done);
  });
}

interface Reply {
  header(name: string, value: string): unknown;
  status(code: number): Reply;
  send(body: unknown): unknown;
  getHeader?(name: string): unknown;
}

function allowOrigin(allowed: readonly string[], origin: string | undefined, reply: Reply): void {
  if (!origin || !allowed.includes(origin)) return;
  reply.header('access-control-allow-origin', origin);
  reply.header('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
  reply.header(
    'access-control-allow-headers',
    'authorization, content-type, idempotency-key, if-match, if-none-match, last-event-id, mcp-protocol-version, mcp-method, mcp-name',
  );
  reply.header('access-control-expose-headers', 'etag, location, retry-after, x-request-id, kith-change-set');
  reply.header('access-control-max-age', '600');
  reply.header('vary', 'Origin');
}

/** Any failure as RFC 9457 problem+json; the unexpected ones are logged with their request id, and say nothing of the inside. */
function answerProblem(log: Log, error: unknown, requestId: string, reply: Reply): unknown {
  const problem = asProblem(translated(error));
  if (problem.status >= 500) log.error({ err: error, requestId }, 'A request failed');
  for (const [name, value] of Object.entries(problem.headers)) reply.header(name, value);
  reply.header('content-type', 'application/problem+json; charset=utf-8');
  reply.header('cache-control', 'no-store');
  return reply.status(problem.status).send(JSON.stringify({ ...problem.toJSON(), instance: requestId }));
}

/** What Fastify refuses by itself, in our words. */
function translated(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const { code, statusCode, message } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE') {
    return new Problem('too_large', {
      detail: 'The request is larger than 10 MB. Send a file by POST /api/v1/imports instead.',
      cause: error,
    });
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new Problem('unsupported_media_type', {
      detail: 'Send application/json, or multipart/form-data for files.',
      cause: error,
    });
  }
  if (statusCode === 413) return new Problem('too_large', { detail: message ?? 'Too large.', cause: error });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem('bad_request', {
      detail: `The request cannot be read: ${message ?? 'it is malformed'}.`,
      cause: error,
    });
  }
  return error;
}
