import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readFiles } from '../test/architecture/read-files.ts';
import { newEvent } from './new/event.ts';
import { newModule } from './new/module.ts';
import { newOperation } from './new/operation.ts';
import { Refusal } from './new/words.ts';

const usage = `npm run new module NAME                  a module: deals, records/deals, agents/clara
npm run new operation MODULE VERB-NOUN   an operation with its test: contacts archive-contacts
npm run new event MODULE TYPE            a kind of event: deals crm.deal.won`;

const root = join(import.meta.dirname, '..');

function make([kind, first, second]: readonly string[]): Record<string, string> {
  const files = readFiles(root);
  if (kind === 'module') return newModule(files, first);
  if (kind === 'operation') return newOperation(files, first, second);
  if (kind === 'event') return newEvent(files, first, second);
  throw new Refusal(`Say what is to be made:\n${usage}`);
}

try {
  const made = make(process.argv.slice(2));
  for (const [path, text] of Object.entries(made)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const code = Object.keys(made).filter((path) => path.endsWith('.ts'));
  execFileSync(join(root, 'node_modules/.bin/biome'), ['check', '--write', '--log-level=error', ...code], {
    cwd: root,
  });
  console.log(Object.keys(made).join('\n'));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
