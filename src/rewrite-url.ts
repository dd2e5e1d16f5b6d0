import type { IncomingMessage } from 'node:http';

/** What a server answers at its root; everything else there belongs to the web app, or to the API when a key comes with it. */
const ofTheRoot = /^\/(api|docs|openapi\.json|live|ready|health|metrics|mcp|a2a)([/?]|$)/;

/** Routes that have a second name: many call deals opportunities. */
const otherNames: Record<string, string> = { opportunities: 'deals' };

/** A path under the API by the name that its route is declared under. */
function underFirstName(url: string): string {
  const [, before = '', name = '', after = ''] = /^(\/api\/v1\/)([^/?]+)(.*)$/s.exec(url) ?? [];
  const first = Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
  return first ? before + first + after : url;
}

/** `/v1/…`, and with an API key every other address without a version, is `/api/v1/…`; `/opportunities` is `/deals`. */
export function rewriteUrl(request: IncomingMessage): string {
  return underFirstName(versioned(request));
}

function versioned({ url = '/', headers }: IncomingMessage): string {
  if (/^\/v1([/?]|$)/.test(url)) return `/api${url}`;
  const hasKey = /^bearer +kith_/i.test(headers.authorization ?? '');
  return hasKey && url.startsWith('/') && !ofTheRoot.test(url) ? `/api/v1${url}` : url;
}
