import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Generated, Generator } from './generate/generator.ts';
import { openKit } from './generate/kit.ts';

const root = join(import.meta.dirname, '..');
const folder = join(import.meta.dirname, 'generate');
const notGenerators = new Set(['generator.ts', 'kit.ts', 'markdown.ts']);

/** The generators of these names, or all: each file of scripts/generate exports the one that is called like it. */
async function generators(wanted: readonly string[]): Promise<Generator[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !notGenerators.has(file));
  const names = files.map((file) => file.slice(0, -3)).sort();
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown) throw new Error(`There is no generator '${unknown}'. There are ${names.join(', ')}.`);
  const chosen = wanted.length > 0 ? wanted : names;
  return Promise.all(chosen.map(async (name) => (await import(join(folder, `${name}.ts`))).generator as Generator));
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Files in the folders that belong to a generator as a whole, which it did not make this time. */
function stale(generator: Generator, made: Generated): string[] {
  const folders = generator.outputs.filter((output) => output.endsWith('/'));
  return folders.flatMap((output) => {
    const there = textFiles(join(root, output)).map((path) => join(output, path));
    return there.filter((path) => !(path in made));
  });
}

function textFiles(path: string): string[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(path.length));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Where two texts part, for people. */
function difference(before: string | undefined, after: string): string {
  if (before === undefined) return 'is missing';
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const line = fresh.findIndex((text, index) => text !== old[index]);
  const at = line === -1 ? fresh.length : line;
  return `differs from line ${at + 1} on:\n    is     ${old[at] ?? '(end)'}\n    should ${fresh[at] ?? '(end)'}`;
}

function save(made: Generated, gone: readonly string[]): void {
  for (const [path, text] of Object.entries(made)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (textOf(path) !== text) writeFileSync(join(root, path), text);
  }
  for (const path of gone) rmSync(join(root, path));
}

const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true });
const kit = openKit(root);
let drift = 0;
try {
  for (const generator of await generators(positionals)) {
    const made = await generator.run(kit);
    const gone = stale(generator, made);
    const changed = Object.entries(made).filter(([path, text]) => textOf(path) !== text);
    for (const [path, text] of changed)
      console.log(`${path} ${values.check ? difference(textOf(path), text) : 'written'}`);
    for (const path of gone) console.log(`${path} ${values.check ? 'is no longer made' : 'removed'}`);
    drift += changed.length + gone.length;
    if (!values.check) save(made, gone);
  }
} finally {
  await kit.close();
}
if (values.check && drift > 0) {
  console.log('\nRun "npm run generate" and commit what it writes.');
  process.exitCode = 1;
}
