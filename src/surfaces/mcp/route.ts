import {
  type AuthInfo,
  createMcpHandler,
  localhostAllowedOrigins,
  validateOriginHeader,
} from '@modelcontextprotocol/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#platform/actor';
import type { Ports } from '#platform/context';
import { Problem } from '#platform/errors';
import type { Log } from '#platform/log';
import type { AnyOperation } from '#platform/operations';
import { KithTools, type McpCaller } from './server.ts';
import { operationTools } from './tools.ts';

export interface McpOptions {
  ports: Ports;
  operations: Iterable<AnyOperation>;
  /** Finds who sends a request; throws `not_signed_in`. */
  authenticate: (request: FastifyRequest) => Promise<Actor>;
  log: Log;
  version: string;
  /** Pages that may call from a browser, by origin, besides those of this machine. */
  origins?: readonly string[];
}

const mostBodyBytes = 4 * 1024 * 1024;

/** `/mcp`: operations as tools for models, over Streamable HTTP without sessions (2026-07-28, and 2025 clients). */
export function addMcpRoute(server: FastifyInstance, options: McpOptions): void {
  const { ports, log, version, authenticate } = options;
  const tools = new KithTools(ports, log, operationTools(options.operations), version);
  const callers = new WeakMap<AuthInfo, McpCaller>();
  const handler = createMcpHandler(
    ({ authInfo }) => {
      const caller = authInfo && callers.get(authInfo);
      if (!caller) throw new Error('An MCP request came without its caller.');
      return tools.serverFor(caller);
    },
    {
      maxRequestBodySize: mostBodyBytes,
      maxSubscriptions: 100,
      onerror: (err) => log.warn({ err }, 'An MCP request was not understood or failed'),
    },
  );
  const allowed = allowedOrigins(options);
  const serve = async (request: FastifyRequest, reply: FastifyReply) => {
    refuseForeignPage(request, allowed);
    const actor = await authenticateByKey(request, authenticate);
    const authInfo: AuthInfo = { token: '', clientId: actor.id, scopes: [...actor.permissions] };
    callers.set(authInfo, { actor, requestId: request.id, address: request.ip });
    return reply.send(await handler.fetch(webRequest(request, reply), { authInfo }));
  };
  void server.register(async (scope) => {
    // The body is the protocol's own affair, mistakes in it included.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBodyBytes }, (_request, body, done) =>
      done(null, body),
    );
    scope.route({ method: ['GET', 'POST', 'DELETE'], url: '/mcp', exposeHeadRoute: false, handler: serve });
  });
  server.addHook('preClose', () => handler.close());
}

function allowedOrigins({ origins = [], ports }: McpOptions): string[] {
  const own = ports.identity?.baseUrl;
  const named = [...origins, ...(own ? [own] : [])].filter((origin) => URL.canParse(origin));
  return [...localhostAllowedOrigins(), ...named.map((origin) => new URL(origin).hostname)];
}

/** A page that somebody lures a user to must not reach a server on the user's machine under a name of its own (DNS rebinding). */
function refuseForeignPage(request: FastifyRequest, allowed: string[]): void {
  if (validateOriginHeader(request.headers.origin, allowed).ok) return;
  throw new Problem('not_allowed', {
    detail: 'This page may not call Kith. An administrator can add its origin to CORS_ORIGINS.',
  });
}

/** Models sign in by a key: a session belongs to our own pages. */
function authenticateByKey(request: FastifyRequest, authenticate: McpOptions['authenticate']): Promise<Actor> {
  if (/^Bearer +\S/i.test(request.headers.authorization ?? '')) return authenticate(request);
  throw new Problem('not_signed_in', {
    detail: 'An MCP client signs in by an API key: send "Authorization: Bearer kith_…". An administrator can make one.',
    headers: { 'www-authenticate': 'Bearer realm="Kith"' },
  });
}

/** The request as the protocol's library takes it; it ends when the client goes. */
function webRequest(request: FastifyRequest, reply: FastifyReply): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== 'authorization' && name !== 'cookie') headers.set(name, value);
  }
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  const body = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : undefined;
  return new Request('http://localhost/mcp', {
    method: request.method,
    headers,
    signal: gone.signal,
    ...(body && request.method === 'POST' ? { body } : {}),
  });
}
