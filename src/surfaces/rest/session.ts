import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  authenticate,
  getSession,
  type SignInOrigin,
  type StartedSession,
  sessionLongestMs,
  signInByLink,
  signInByPassword,
  signOut,
} from '#domain/identity';
import type { Ports } from '#platform/context';
import { Problem } from '#platform/errors';
import { execute } from '#platform/operations';
import type { Limiter } from './limits.ts';
import { type Authenticate, apiPrefix } from './routes.ts';

const cookieName = 'kith_session';

const linkInput = z.strictObject({ token: z.string().max(200) });
const passwordInput = z.strictObject({ email: z.string().max(320), password: z.string().max(1000) });

export interface SessionOptions {
  ports: Ports;
}

/** Signing in and out: hand-written, since they set a cookie and nobody is signed in yet. */
export function addSessionRoutes(server: FastifyInstance, { ports }: SessionOptions): void {
  server.post(`${apiPrefix}/session/link`, async (request, reply) => {
    const { token } = inputOf(linkInput, request);
    return answer(ports, request, reply, await signInByLink(ports, token, originOf(ports, request)));
  });
  server.post(`${apiPrefix}/session`, async (request, reply) => {
    const given = inputOf(passwordInput, request);
    return answer(ports, request, reply, await signInByPassword(ports, given, originOf(ports, request)));
  });
  server.delete(`${apiPrefix}/session`, async (request, reply) => {
    refuseForeignPage(ports, request, 'cookie');
    const session = request.cookies[cookieName];
    if (session) await signOut(ports, session, request.id);
    reply.clearCookie(cookieName, cookieOptions(request));
    return reply.header('cache-control', 'no-store').status(204).send();
  });
}

/** Finds who sends a request, by `Authorization: Bearer` or by the cookie. A page of somebody else cannot write with the cookie. */
export function authenticateRequests({ ports, limiter }: SessionOptions & { limiter?: Limiter }): Authenticate {
  return async (request) => {
    const bearer = /^Bearer +(.*)$/i.exec(request.headers.authorization ?? '')?.[1]?.trim();
    if (bearer !== undefined) {
      const program = await authenticate(ports, { bearer });
      limiter?.(request, program);
      return program;
    }
    const session = request.cookies[cookieName];
    const actor = await authenticate(ports, { session });
    if (!isHarmless(request.method)) refuseForeignPage(ports, request, 'cookie');
    return actor;
  };
}

const isHarmless = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

function inputOf<Input extends z.ZodType>(schema: Input, request: FastifyRequest): z.output<Input> {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const [first] = mistakes;
  throw new Problem('validation_failed', {
    detail: first?.path ? `${first.path}: ${first.message}` : 'The body must be a JSON object.',
    mistakes,
  });
}

function originOf(ports: Ports, request: FastifyRequest): SignInOrigin {
  refuseForeignPage(ports, request, 'sign-in');
  return {
    requestId: request.id,
    address: request.ip ?? '',
    userAgent: request.headers['user-agent'],
    previousSession: request.cookies[cookieName],
  };
}

/**
 * A browser says from where a request comes, by `Sec-Fetch-Site` (on https and localhost) and `Origin`; a page cannot forge either.
 * A write by cookie must say that it is our own page; a sign-in, which programs may do as well, must not say that it is another's.
 * Throws `not_allowed`.
 */
function refuseForeignPage(ports: Ports, request: FastifyRequest, what: 'cookie' | 'sign-in'): void {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  if (origin !== undefined && isOwnOrigin(ports, request, origin)) return;
  if (what === 'sign-in' && site === undefined && origin === undefined) return;
  throw new Problem('not_allowed', {
    detail:
      'A session may only be used from our own pages: this request says that it comes from another one, or nothing. Programs use an API key.',
  });
}

function isOwnOrigin(ports: Ports, request: FastifyRequest, origin: string): boolean {
  const { baseUrl } = ports.identity ?? {};
  if (origin === `${request.protocol}://${request.host}`) return true;
  return baseUrl !== undefined && URL.canParse(baseUrl) && origin === new URL(baseUrl).origin;
}

function cookieOptions(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const;
}

async function answer(
  ports: Ports,
  request: FastifyRequest,
  reply: FastifyReply,
  started: StartedSession,
): Promise<unknown> {
  reply.setCookie(cookieName, started.token, { ...cookieOptions(request), maxAge: sessionLongestMs / 1000 });
  reply.header('cache-control', 'no-store');
  const call = { actor: started.actor, surface: 'rest', requestId: request.id };
  return (await execute(ports, getSession, {}, call)).output;
}
