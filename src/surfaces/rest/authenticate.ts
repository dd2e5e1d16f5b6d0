import type { FastifyReply, FastifyRequest } from 'fastify';
import { authenticate, authenticateAgain, refresh } from '#domain/identity';
import type { Actor } from '#platform/actor';
import type { Ports } from '#platform/context';
import { Problem } from '#platform/errors';
import { sessionCookies, setSessionCookies } from './cookies.ts';
import type { Limiter } from './limits.ts';
import { refuseForeignPage } from './own-pages.ts';

/** Finds who sends a request; throws `not_signed_in`. With the reply it can renew the cookies of a session whose access token has expired. */
export type Authenticate = (request: FastifyRequest, reply?: FastifyReply) => Promise<Actor>;

export interface AuthenticateOptions {
  ports: Ports;
  limiter?: Limiter;
}

/**
 * Finds who sends a request, by `Authorization: Bearer` or by the cookies. A page of somebody else cannot write with the cookies. Asked again about
 * a request that goes on, it looks whether the session still lives.
 */
export function authenticateRequests({ ports, limiter }: AuthenticateOptions): Authenticate {
  const senders = new WeakMap<FastifyRequest, Actor>();
  return async (request, reply) => {
    const before = senders.get(request);
    if (before?.type === 'user') return authenticateAgain(ports, before);
    const bearer = /^Bearer +(.*)$/i.exec(request.headers.authorization ?? '')?.[1]?.trim();
    const find = () => (bearer === undefined ? byCookies(ports, request, reply) : authenticate(ports, { bearer }));
    const actor = await find().catch(async (error: unknown) => {
      // Whoever shows nothing, or something wrong, is a stranger.
      if (error instanceof Problem && error.code === 'not_signed_in') await limiter?.(request);
      throw error;
    });
    await limiter?.(request, actor);
    senders.set(request, actor);
    return actor;
  };
}

const isHarmless = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

async function byCookies(ports: Ports, request: FastifyRequest, reply: FastifyReply | undefined): Promise<Actor> {
  const { token, refreshToken } = sessionCookies(request);
  const insist = () => {
    if (!isHarmless(request.method)) refuseForeignPage(ports, request, 'cookie');
  };
  try {
    const actor = await authenticate(ports, { session: token });
    insist();
    return actor;
  } catch (error) {
    const isOver = error instanceof Problem && error.code === 'not_signed_in';
    if (!isOver || !reply || refreshToken === undefined) throw error;
  }
  insist();
  const renewed = await refresh(ports, refreshToken, request.id);
  setSessionCookies(request, reply, renewed);
  return renewed.actor;
}
