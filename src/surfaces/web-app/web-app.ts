import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newToken } from '#platform/crypto';

export interface WebAppOptions {
  /** The folder that the web app was built into. */
  folder: string;
}

/** Everything from this server alone, and nothing inline: what somebody smuggles into a page does not run. Styles that our own programs add carry the nonce. */
const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Kith</title>
<p>The web app has not been built. Run <code>npm run build</code> in Kith's folder and load this page again.
<p>The API is at /api/v1, its description at <a href="/docs">/docs</a>.`;

const yearSeconds = 365 * 24 * 60 * 60;

/** What a build names by its content, which therefore never changes. */
const hashed = /\/assets\/[^/]+-[\w-]{8,}\.\w+$/;

/** The web app: its files, and its page at every address that a person may open. */
export async function addWebApp(server: FastifyInstance, { folder }: WebAppOptions): Promise<void> {
  const built = existsSync(folder);
  if (built) {
    const setHeaders = (reply: FastifyReply, path: string) => {
      reply.header('cache-control', hashed.test(path) ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
    };
    await server.register(fastifyStatic, { root: folder, serve: false, cacheControl: false, setHeaders });
  }
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const [path = ''] = request.url.split('?', 1);
    if (ofTheServer.test(path)) return reply.callNotFound();
    if (/\.\w{1,12}$/.test(path) && path !== '/index.html') {
      return built ? reply.sendFile(decodeURI(path)) : reply.callNotFound();
    }
    return wantsPage(request, path) ? givePage(join(folder, 'index.html'), reply) : reply.callNotFound();
  };
  server.get('/', answer);
  server.get('/*', answer);
}

const ofTheServer = /^\/(api|docs)(\/|$)/;

function wantsPage(request: FastifyRequest, path: string): boolean {
  const accepted = request.headers.accept ?? '*/*';
  return accepted.includes('text/html') || (path === '/' && accepted.includes('*/*'));
}

async function givePage(file: string, reply: FastifyReply): Promise<FastifyReply> {
  const html = await readFile(file, 'utf8').catch(() => undefined);
  const nonce = newToken('');
  reply.header('content-security-policy', policyOf(nonce));
  reply.header('cross-origin-opener-policy', 'same-origin');
  reply.header('content-type', 'text/html; charset=utf-8');
  reply.header('cache-control', 'no-cache');
  return reply
    .status(html === undefined ? 503 : 200)
    .send(html?.replace('<head>', `<head><meta name="csp-nonce" content="${nonce}">`) ?? notBuilt);
}
