import type { IncomingMessage } from 'node:http';

/** What a server answers at its root; everything else there belongs to the web app, or to the API when a key comes with it. */
const ofTheRoot = /^\/(api|docs|openapi\.json|live|ready|health|metrics|mcp|a2a|\.well-known)([/?]|$)/;

/** Routes that have a second name: many call deals opportunities. */
const otherNames: Record<string, string> = { opportunities: 'deals' };

/** Signing in under the names that everybody knows. */
const signingIn = /^\/auth\/(login|logout|refresh)\/?$/;

/** A path under the API by the name that its route is declared under. */
function underFirstName(url: string): string {
  const [, before = '', name = '', after = ''] = /^(\/api\/v1\/)([^/?]+)(.*)$/s.exec(url) ?? [];
  if (name === 'users' && /^\/profile\/?(\?|$)/.test(after)) return `${before}profile${after.slice('/profile'.length)}`;
  const first = Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
  return first ? before + first + after : url;
}

/** `/v1/…`, `/auth/login`, and with a key or an access token every other address without a version, is `/api/v1/…`; `/opportunities` is `/deals`, `/users/profile` is `/profile`. */
export function rewriteUrl(request: IncomingMessage): string {
  return underFirstName(versioned(request));
}

function versioned({ url = '/', headers }: IncomingMessage): string {
  if (/^\/v1([/?]|$)/.test(url)) return `/api${url}`;
  if (signingIn.test(url)) return `/api/v1${url}`;
  const hasKey = /^bearer +(kith_|eyJ)/i.test(headers.authorization ?? '');
  return hasKey && url.startsWith('/') && !ofTheRoot.test(url) ? `/api/v1${url}` : url;
}
