import type { FastifyRequest } from 'fastify';
import type { Ports } from '#platform/context';
import { Problem } from '#platform/errors';

/**
 * A browser says from where a request comes, by `Sec-Fetch-Site` (on https and localhost) and `Origin`; a page cannot forge either.
 * A write by cookie must say that it is our own page; a sign-in, which programs may do as well, must not say that it is another's.
 * Throws `not_allowed`.
 */
export function refuseForeignPage(ports: Ports, request: FastifyRequest, what: 'cookie' | 'sign-in'): void {
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
