import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  accessTokenMs,
  getSession,
  publishedKeys,
  refresh,
  SecondFactorNeeded,
  type SignInOrigin,
  type StartedSession,
  signInByLink,
  signInByPassword,
  signInBySecondFactor,
  signOut,
} from '#domain/identity';
import type { Ports } from '#platform/context';
import { Problem } from '#platform/errors';
import { execute } from '#platform/operations';
import {
  challengeCookie,
  clearSessionCookies,
  sessionCookies,
  setChallengeCookie,
  setSessionCookies,
} from './cookies.ts';
import type { Limiter } from './limits.ts';
import { refuseForeignPage } from './own-pages.ts';
import { apiPrefix } from './routes.ts';

/** Programs without cookies ask for the tokens themselves. */
const tokens = z.boolean().optional();
const linkInput = z.strictObject({ token: z.string().max(200), tokens });
const passwordInput = z.strictObject({ email: z.string().max(320), password: z.string().max(1000), tokens });
const codeInput = z.strictObject({ code: z.string().max(60), challenge: z.string().max(200).optional(), tokens });
const refreshInput = z.strictObject({ refreshToken: z.string().max(200).optional() });

export interface SessionOptions {
  ports: Ports;
  limiter?: Limiter;
}

/** Signing in and out: hand-written, since they set cookies and nobody is signed in yet. */
export function addSessionRoutes(parent: FastifyInstance, { ports, limiter }: SessionOptions): void {
  void parent.register(async (server) => {
    server.addHook('onRequest', async (request) => limiter?.(request));
    addRoutes(server, ports);
  });
}

function addRoutes(server: FastifyInstance, ports: Ports): void {
  const byPassword = async (request: FastifyRequest, reply: FastifyReply) => {
    const { tokens, ...given } = inputOf(passwordInput, request);
    const signIn = () => signInByPassword(ports, given, originOf(ports, request));
    return firstStep(ports, request, reply, signIn, tokens);
  };
  const byLink = async (request: FastifyRequest, reply: FastifyReply) => {
    const { token, tokens } = inputOf(linkInput, request);
    const signIn = () => signInByLink(ports, token, originOf(ports, request));
    return firstStep(ports, request, reply, signIn, tokens);
  };
  server.post(`${apiPrefix}/session`, byPassword);
  server.post(`${apiPrefix}/auth/login`, byPassword);
  server.post(`${apiPrefix}/session/link`, byLink);
  server.post(`${apiPrefix}/session/second-factor`, async (request, reply) => {
    const { code, challenge, tokens } = inputOf(codeInput, request);
    const token = challenge ?? challengeCookie(request) ?? '';
    const started = await signInBySecondFactor(ports, { token, code }, originOf(ports, request));
    return answer(ports, request, reply, started, tokens);
  });
  server.delete(`${apiPrefix}/session`, (request, reply) => end(ports, request, reply));
  server.post(`${apiPrefix}/auth/logout`, (request, reply) => end(ports, request, reply));
  server.post(`${apiPrefix}/auth/refresh`, (request, reply) => renew(ports, request, reply));
  server.get('/.well-known/jwks.json', async (_request, reply) => {
    reply.header('cache-control', 'public, max-age=300').header('content-type', 'application/jwk-set+json');
    return JSON.stringify(await publishedKeys(ports));
  });
}

/** Signs in, or remembers for the second step what the first was worth: in a cookie, for programs in the body of the refusal. */
async function firstStep(
  ports: Ports,
  request: FastifyRequest,
  reply: FastifyReply,
  signIn: () => Promise<StartedSession>,
  asTokens = false,
): Promise<unknown> {
  try {
    return await answer(ports, request, reply, await signIn(), asTokens);
  } catch (error) {
    if (!(error instanceof SecondFactorNeeded)) throw error;
    if (!asTokens) {
      setChallengeCookie(request, reply, error.challenge);
      throw error;
    }
    reply.status(error.status).header('content-type', 'application/problem+json; charset=utf-8');
    return reply.send(JSON.stringify({ ...error.toJSON(), instance: request.id, challenge: error.challenge }));
  }
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
