import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Files, Tree } from './facts.ts';
import { fixtures } from './fixtures/index.ts';
import { parseTrees } from './parse.ts';
import { readFiles } from './read-files.ts';
import { rules } from './rules/index.ts';

const root = join(import.meta.dirname, '../..');
let trees: Map<string, Tree>;

beforeAll(() => {
  const ofFixtures = fixtures.map(({ rule, files }) => [rule, files] as const);
  trees = parseTrees(Object.fromEntries([['kith', readFiles(root)], ...ofFixtures]));
});

function found(tree: string, rule: (typeof rules)[number]): string[] {
  const read = trees.get(tree);
  if (!read) throw new Error(`There is no tree ${tree}.`);
  return rule.check(read).map(({ path, line, what }) => `${path}:${line} ${what}`);
}

/** The places that a fixture marks, as `path:line`. */
function marked(files: Files, whole: readonly string[] = []): string[] {
  const lines = Object.entries(files).flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => (/\/\/ breaks$/.test(line) ? [`${path}:${index + 1}`] : [])),
  );
  return [...lines, ...whole.map((path) => `${path}:1`)].sort();
}

describe.each(rules)('$name: $says', (rule) => {
  it('holds in Kith', () => {
    expect(found('kith', rule)).toEqual([]);
  });

  it('is broken by its fixture, at each marked place and nowhere else', () => {
    const fixture = fixtures.find((one) => one.rule === rule.name);
    expect(fixture, `rules without a fixture prove nothing: add one for ${rule.name}`).toBeDefined();
    const places = new Set(found(rule.name, rule).map((finding) => finding.replace(/ .*$/, '')));
    const expected = marked(fixture?.files ?? {}, fixture?.breaks);
    expect(expected.length).toBeGreaterThan(0);
    expect([...places].sort()).toEqual(expected);
  });
});
