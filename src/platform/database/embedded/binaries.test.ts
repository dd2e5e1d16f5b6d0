import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installBinaries } from './binaries.ts';

let programs = '';
const said: string[] = [];
const install = () => installBinaries(programs, (line) => said.push(line));

beforeEach(() => {
  programs = mkdtempSync(join(tmpdir(), 'kith-test-'));
  said.length = 0;
});
afterEach(() => rmSync(programs, { recursive: true }));

it('gives programs that run, with their libraries linked', () => {
  const { postgres, version } = install();
  expect(execFileSync(postgres, ['--version'], { encoding: 'utf8' })).toContain(version.split('.0-')[0]);
  const library = join(dirname(postgres), '../lib');
  expect(readdirSync(library)).toEqual(expect.arrayContaining(['libpq.so.5', 'libicuuc.so.60', 'libicudata.so.60']));
  for (const name of readdirSync(library)) expect(existsSync(join(library, name)), name).toBe(true);
});

it('copies once, and again only what is no longer whole', () => {
  const { initdb, postgres } = install();
  install();
  expect(said).toHaveLength(1);
  rmSync(initdb);
  install();
  truncateSync(postgres, 100);
  install();
  expect(said).toHaveLength(3);
  expect(readdirSync(programs)).toHaveLength(1);
});

it('lets every account run the copy, even under a strict umask', () => {
  const before = process.umask(0o077);
  const { postgres } = install();
  process.umask(before);
  expect(statSync(postgres).mode & 0o777).toBe(0o755);
  expect(statSync(join(dirname(postgres), '../share/postgresql')).mode & 0o777).toBe(0o755);
});
