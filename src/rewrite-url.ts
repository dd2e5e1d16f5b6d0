import type { IncomingMessage } from 'node:http';

/** What a server answers at its root; everything else there belongs to the web app, or to the API when a key comes with it. */
const ofTheRoot = /^\/(api|docs|openapi\.json|live|ready|health|metrics|mcp|a2a)([/?]|$)/;

/** `/v1/…`, and with an API key every other address without a version, is `/api/v1/…`. */
export function rewriteUrl({ url = '/', headers }: IncomingMessage): string {
  if (/^\/v1([/?]|$)/.test(url)) return `/api${url}`;
  const hasKey = /^bearer +kith_/i.test(headers.authorization ?? '');
  return hasKey && url.startsWith('/') && !ofTheRoot.test(url) ? `/api/v1${url}` : url;
}
