import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessTokenMs, type SessionTokens, sessionLongestMs } from '#domain/identity';

/**
 * Over https the names say `__Host-`: a browser takes such a cookie from this very host alone, so that a neighbour under the same domain can plant
 * none. Over http (a machine of one's own) there is no such promise.
 */
function namesFor(request: FastifyRequest): { token: string; refreshToken: string; challenge: string } {
  const prefix = request.protocol === 'https' ? '__Host-' : '';
  return {
    token: `${prefix}kith_session`,
    refreshToken: `${prefix}kith_refresh`,
    challenge: `${prefix}kith_challenge`,
  };
}

function optionsFor(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const;
}

/** The tokens of the session that a browser sends along. */
export function sessionCookies(request: FastifyRequest): Partial<SessionTokens> {
  const names = namesFor(request);
  const { [names.token]: token, [names.refreshToken]: refreshToken } = request.cookies;
  return { ...(token ? { token } : {}), ...(refreshToken ? { refreshToken } : {}) };
}

/** Gives a browser its tokens. As headers at once, since a stream sends its headers itself. */
export function setSessionCookies(request: FastifyRequest, reply: FastifyReply, tokens: SessionTokens): void {
  const names = namesFor(request);
  const options = optionsFor(request);
  const { serializeCookie } = request.server;
  reply.header('set-cookie', [
    serializeCookie(names.token, tokens.token, { ...options, maxAge: accessTokenMs / 1000 }),
    serializeCookie(names.refreshToken, tokens.refreshToken, { ...options, maxAge: sessionLongestMs / 1000 }),
  ]);
}

const challengeSeconds = 5 * 60;

/** What stands between the first step of a sign-in and the second. */
export function setChallengeCookie(request: FastifyRequest, reply: FastifyReply, challenge: string): void {
  reply.setCookie(namesFor(request).challenge, challenge, { ...optionsFor(request), maxAge: challengeSeconds });
}

export function challengeCookie(request: FastifyRequest): string | undefined {
  return request.cookies[namesFor(request).challenge];
}

export function clearSessionCookies(request: FastifyRequest, reply: FastifyReply): void {
  for (const name of Object.values(namesFor(request))) reply.clearCookie(name, optionsFor(request));
}
