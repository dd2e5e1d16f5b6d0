import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { rewriteUrl } from './rewrite-url.ts';

const rewritten = (url: string, authorization?: string) =>
  rewriteUrl({ url, headers: authorization ? { authorization } : {} } as IncomingMessage);

test.each([
  ['/v1/contacts?limit=1', '/api/v1/contacts?limit=1'],
  ['/v1', '/api/v1'],
  ['/v10', '/v10'],
  ['/contacts', '/contacts'],
  ['/', '/'],
  ['/api/v1/opportunities', '/api/v1/deals'],
  ['/v1/opportunities/dl_1/stage?x=opportunities', '/api/v1/deals/dl_1/stage?x=opportunities'],
  ['/api/v1/opportunitiesX', '/api/v1/opportunitiesX'],
  ['/auth/login', '/api/v1/auth/login'],
  ['/auth/loginX', '/auth/loginX'],
  ['/api/v1/users/profile', '/api/v1/profile'],
  ['/v1/users/profile?x=1', '/api/v1/profile?x=1'],
  ['/api/v1/users/profiles', '/api/v1/users/profiles'],
  ['/api/v1/constructor', '/api/v1/constructor'],
])('%s is %s for everybody', (url, expected) => expect(rewritten(url)).toBe(expected));

test.each([
  ['/contacts', '/api/v1/contacts'],
  ['/contacts/ct_1?fields=name', '/api/v1/contacts/ct_1?fields=name'],
  ['/api/v1/contacts', '/api/v1/contacts'],
  ['/metrics', '/metrics'],
  ['/openapi.json', '/openapi.json'],
  ['/mcp', '/mcp'],
  ['/livestock', '/api/v1/livestock'],
])('with an API key %s is %s', (url, expected) => expect(rewritten(url, 'Bearer kith_abc')).toBe(expected));

test('a token of somebody else changes nothing', () => {
  expect(rewritten('/contacts', 'Bearer ey.a.b')).toBe('/contacts');
});
