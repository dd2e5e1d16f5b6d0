import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createHttpServer } from '#platform/http';
import { createLog } from '#platform/log';
import { addWebApp } from './web-app.ts';

const root = mkdtempSync(join(tmpdir(), 'kith-web-'));
const folder = join(root, 'dist');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(folder, 'index.html'), '<!doctype html><head><title>Kith</title>');
writeFileSync(join(folder, 'assets/main-a1B2c3D4.js'), 'export {}');
writeFileSync(join(folder, 'theme.js'), '1');
writeFileSync(join(root, 'secret.txt'), 'secret');
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function serverOf(where: string) {
  const server = await createHttpServer({ log: createLog({ level: 'silent' }), trustProxy: false, corsOrigins: [] });
  await addWebApp(server, { folder: where });
  afterAll(() => server.close());
  return server;
}

const server = await serverOf(folder);
const asPerson = { accept: 'text/html,application/xhtml+xml' };

test.each(['/', '/contacts', '/contacts/ct_1?tab=history', '/index.html'])('%s is the page', async (url) => {
  const answer = await server.inject({ url, headers: asPerson });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain('<title>Kith</title>');
  expect(answer.headers['cache-control']).toBe('no-cache');
});

test('the page runs nothing that is not a file of ours', async () => {
  const answer = await server.inject({ url: '/', headers: asPerson });
  const policy = String(answer.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe');
  const nonce = /name="csp-nonce" content="([\w-]{43})"/.exec(answer.body)?.[1];
  expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
});

test('what a build names by its content is kept for ever, everything else is asked for again', async () => {
  const asset = await server.inject('/assets/main-a1B2c3D4.js');
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(asset.headers['content-type']).toContain('javascript');
  expect((await server.inject('/theme.js')).headers['cache-control']).toBe('no-cache');
});

test.each([
  '/api/v1/nothing',
  '/assets/gone-a1B2c3D4.js',
  '/docs/nothing',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/a\\..\\..\\secret.txt',
])('%s is not the page, and never a file from elsewhere', async (url) => {
  const answer = await server.inject({ url, headers: asPerson });
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.statusCode).toBeLessThan(500);
  expect(answer.body).not.toContain('secret\n');
  expect(answer.headers['content-type']).toContain('application/problem+json');
});

test('a program that calls an address that is not there gets a problem and not a page', async () => {
  const answer = await server.inject({ url: '/contacts', headers: { accept: 'application/json' } });
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({ code: 'not_found' });
});

test('without a build the page says how to make one', async () => {
  const bare = await serverOf(join(root, 'nothing'));
  const answer = await bare.inject({ url: '/', headers: asPerson });
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain('npm run build');
});
