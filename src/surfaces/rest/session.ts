import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  accessTokenMs,
  getSession,
  publishedKeys,
  refresh,
  type SignInOrigin,
  type StartedSession,
  signInByLink,
  signInByPassword,
  signOut,
} from '#domain/identity';
import type { Ports } from '#platform/context';
import { Problem } from '#platform/errors';
import { execute } from '#platform/operations';
import { clearSessionCookies, sessionCookies, setSessionCookies } from './cookies.ts';
import { refuseForeignPage } from './own-pages.ts';
import { apiPrefix } from './routes.ts';

/** Programs without cookies ask for the tokens themselves. */
const tokens = z.boolean().optional();
const linkInput = z.strictObject({ token: z.string().max(200), tokens });
const passwordInput = z.strictObject({ email: z.string().max(320), password: z.string().max(1000), tokens });
const refreshInput = z.strictObject({ refreshToken: z.string().max(200).optional() });

export interface SessionOptions {
  ports: Ports;
}

/** Signing in and out: hand-written, since they set cookies and nobody is signed in yet. */
export function addSessionRoutes(server: FastifyInstance, { ports }: SessionOptions): void {
  const byPassword = async (request: FastifyRequest, reply: FastifyReply) => {
    const { tokens, ...given } = inputOf(passwordInput, request);
    const started = await signInByPassword(ports, given, originOf(ports, request));
    return answer(ports, request, reply, started, tokens);
  };
  const byLink = async (request: FastifyRequest, reply: FastifyReply) => {
    const { token, tokens } = inputOf(linkInput, request);
    const started = await signInByLink(ports, token, originOf(ports, request));
    return answer(ports, request, reply, started, tokens);
  };
  server.post(`${apiPrefix}/session`, byPassword);
  server.post(`${apiPrefix}/auth/login`, byPassword);
  server.post(`${apiPrefix}/session/link`, byLink);
  server.delete(`${apiPrefix}/session`, (request, reply) => end(ports, request, reply));
  server.post(`${apiPrefix}/auth/logout`, (request, reply) => end(ports, request, reply));
  server.post(`${apiPrefix}/auth/refresh`, (request, reply) => renew(ports, request, reply));
  server.get('/.well-known/jwks.json', async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=300').header('content-type', 'application/jwk-set+json');
    return JSON.stringify(await publishedKeys(ports));
  });
}

async function end(ports: Ports, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { refreshToken } = inputOf(refreshInput, request);
  if (refreshToken === undefined) refuseForeignPage(ports, request, 'cookie');
  const bearer = /^Bearer +(eyJ\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const given = refreshToken === undefined ? sessionCookies(request) : { refreshToken };
  await signOut(ports, bearer === undefined ? given : { ...given, token: bearer }, request.id);
  clearSessionCookies(request, reply);
  return reply.header('cache-control', 'no-store').status(204).send();
}

/** With the token in the body the answer is the next tokens; with the cookies it sets them. */
async function renew(ports: Ports, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { refreshToken } = inputOf(refreshInput, request);
  refuseForeignPage(ports, request, refreshToken === undefined ? 'cookie' : 'sign-in');
  const renewed = await refresh(ports, refreshToken ?? sessionCookies(request).refreshToken ?? '', request.id);
  return answer(ports, request, reply, renewed, refreshToken !== undefined);
}

function inputOf<Input extends z.ZodType>(schema: Input, request: FastifyRequest): z.output<Input> {
  const parsed = schema.safeParse(request.body ?? {});
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
    previous: sessionCookies(request),
  };
}

async function answer(
  ports: Ports,
  request: FastifyRequest,
  reply: FastifyReply,
  started: StartedSession,
  asTokens = false,
): Promise<unknown> {
  reply.header('cache-control', 'no-store');
  if (asTokens) {
    const { token: accessToken, refreshToken } = started;
    return { accessToken, tokenType: 'Bearer', expiresIn: accessTokenMs / 1000, refreshToken };
  }
  setSessionCookies(request, reply, started);
  const call = { actor: started.actor, surface: 'rest', requestId: request.id, address: request.ip };
  return (await execute(ports, getSession, {}, call)).output;
}
