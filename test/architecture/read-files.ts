import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './facts.ts';

const notOurs = new Set(['.git', 'node_modules', 'dist', '.kith', 'coverage', 'tmp', 'test-results']);
const isText = /\.(ts|tsx|js|mjs|sql|css|html|md|json|ya?ml|toml)$/;

/** The text of every file of the project below `root`; other files are there with an empty text. */
export function readFiles(root: string): Files {
  const files: Record<string, string> = {};
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !notOurs.has(entry.name)) walk(path);
      else if (entry.isFile()) files[path] = isText.test(path) ? readFileSync(join(root, path), 'utf8') : '';
    }
  };
  walk('');
  return files;
}
