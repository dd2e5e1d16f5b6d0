import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Files } from '../../test/architecture/facts.ts';
import { parseTrees } from '../../test/architecture/parse.ts';
import { readFiles } from '../../test/architecture/read-files.ts';
import { rules } from '../../test/architecture/rules/index.ts';
import { newEvent } from './event.ts';
import { newModule } from './module.ts';
import { newOperation } from './operation.ts';

const kith = readFiles(join(import.meta.dirname, '../..'));

function withAll(): Files {
  const module = { ...kith, ...newModule(kith, 'records/comets') };
  const operation = { ...module, ...newOperation(module, 'comets', 'chase-comets') };
  return { ...operation, ...newEvent(operation, 'comets', 'crm.comet.seen') };
}

it('makes what the rules of the architecture accept', () => {
  const trees = parseTrees({ before: kith, after: withAll() });
  const findings = (name: string) => {
    const tree = trees.get(name);
    return tree ? rules.flatMap((rule) => rule.check(tree)).map(({ path, what }) => `${path} ${what}`) : [];
  };
  expect(findings('after')).toEqual(findings('before'));
});

it('names an operation by its module and its verb', () => {
  const files = withAll();
  const name = (file: string) => {
    const made = newOperation(files, 'comets', file)[`src/domain/records/comets/operations/${file}.ts`];
    return /name: '(.*)'/.exec(made ?? '')?.[1];
  };
  expect([name('name-comet'), name('list-comets'), name('chase-tails')]).toEqual([
    'comets.name',
    'comets.list',
    'comets.chaseTails',
  ]);
});

it('puts a second operation and a second event beside the first', () => {
  const files = withAll();
  const plate = newOperation(files, 'comets', 'name-comet')['src/domain/records/comets/module.ts'];
  expect(plate).toContain('operations: [nameComet, chaseComets]');
  const events = newEvent(files, 'comets', 'crm.comet.lost')['src/domain/records/comets/events.ts'];
  expect(events?.match(/defineEvent\(/g)).toHaveLength(2);
});

it('tells of a module in ARCHITECTURE.md, on its floor', () => {
  const rows = (path: string) => newModule(kith, path)['ARCHITECTURE.md']?.split('\n') ?? [];
  const diaries = rows('records/diaries');
  expect(diaries.indexOf('| `domain/records/diaries` | diaries |')).toBe(
    diaries.findIndex((line) => line.startsWith('| `domain/records/deals`')) + 1,
  );
  const clara = rows('agents/clara');
  expect(clara.indexOf('| `agents/clara` | clara |')).toBeLessThan(clara.indexOf('| roof | what it is for |'));
});

it.each([
  ['a module that is there', () => newModule(withAll(), 'records/comets'), 'is there already'],
  ['a module with a bad name', () => newModule(kith, 'Comets'), 'is not the name of a module'],
  ['an operation of no module', () => newOperation(kith, 'planets', 'turn-planets'), "no module 'planets'"],
  ['an operation without a noun', () => newOperation(withAll(), 'comets', 'chase'), 'a verb and a noun'],
  ['an event that is there', () => newEvent(withAll(), 'comets', 'crm.comet.seen'), 'already'],
  ['an event of two parts', () => newEvent(withAll(), 'comets', 'comet.seen'), 'the type of an event'],
])('refuses %s', (_what, act, words) => {
  expect(act).toThrow(words);
});
