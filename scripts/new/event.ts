import type { Files } from '../../test/architecture/facts.ts';
import { moduleFolder } from './module.ts';
import { mustMatch, Refusal } from './words.ts';

/** A kind of event in the module's catalogue, and the catalogue on its name-plate. */
export function newEvent(files: Files, module: string | undefined, type: string | undefined): Record<string, string> {
  const folder = moduleFolder(files, mustMatch(module, /^[a-z/-]+$/, 'the name of a module'));
  const pattern = /^[a-z]+(\.[a-z]+([-_][a-z]+)*){2}$/;
  const name = mustMatch(type, pattern, 'the type of an event, in the past tense: say "crm.deal.won"');
  const path = `${folder}/events.ts`;
  const before = files[path] ?? `import { defineEvent } from '#platform/events';\n`;
  if (before.includes(`'${name}'`)) throw new Refusal(`${path} has '${name}' already.`);
  const [, thing = '', happened = ''] = name.split('.');
  const made: Record<string, string> = {
    [path]: `${withImport(before)}\ndefineEvent({ type: '${name}', summary: 'A ${thing} was ${happened.replace(/[-_]/g, ' ')}.' });\n`,
  };
  const plate = files[`${folder}/module.ts`] ?? '';
  if (!plate.includes(`'./events.ts'`)) made[`${folder}/module.ts`] = `import './events.ts';\n${plate}`;
  return made;
}

function withImport(text: string): string {
  return /import \{[^}]*\bdefineEvent\b/.test(text) ? text : `import { defineEvent } from '#platform/events';\n${text}`;
}
