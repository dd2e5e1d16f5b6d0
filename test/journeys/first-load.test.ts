import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { ensureWebApp } from './web-build.ts';

const dist = join(import.meta.dirname, '..', '..', 'web', 'dist');
const assets = join(dist, 'assets');
const mostBytes = 150_000;

beforeAll(ensureWebApp, 60_000);

/** What a script imports before it can run, itself included. */
function withImports(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const code = readFileSync(join(assets, name), 'utf8');
  for (const [, needed] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) if (needed) withImports(needed, seen);
  return seen;
}

const pages = ['home-page', 'list-page', 'record-page', 'sign-in-page', 'settings-page', 'imports-page'];

it.each(pages)('whoever comes to %s first loads at most 150 kB of scripts', (page) => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const own = readdirSync(assets).find((file) => file.startsWith(`${page}-`) && file.endsWith('.js'));
  const first = [...html.matchAll(/assets\/([^"]+\.js)"/g)].map(([, file]) => file);
  const files = new Set([own, ...first].flatMap((file) => [...withImports(String(file))]));
  const bytes = [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(assets, file)), { level: 9 }).length,
    0,
  );
  expect(files.size).toBeGreaterThan(3);
  expect(bytes).toBeLessThanOrEqual(mostBytes);
});
