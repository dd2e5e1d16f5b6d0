import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isModule, placeOf } from './places.ts';
import { readFiles } from './read-files.ts';

const root = join(import.meta.dirname, '../..');

it('ARCHITECTURE.md has a row for every module, and for nothing else', () => {
  const files = readFiles(root);
  const modules = new Set(Object.keys(files).map((path) => placeOf(path)?.module ?? ''));
  const real = [...modules].filter((folder) => isModule(files, folder)).map((folder) => folder.replace(/^src\//, ''));
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const told = [...text.matchAll(/^\| `((?:platform|domain|agents|surfaces)\/[a-z/-]+)` \|/gm)].map((row) => row[1]);
  expect(told.sort()).toEqual(real.sort());
});
