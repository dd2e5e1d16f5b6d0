import type { Files } from '../../test/architecture/facts.ts';
import { moduleFolder } from './module.ts';
import { camelCase, mustMatch, Refusal, sentenceCase } from './words.ts';

/** An operation that takes nothing and answers with nothing yet, its test, and its entry on the module's name-plate. */
export function newOperation(
  files: Files,
  module: string | undefined,
  verbNoun: string | undefined,
): Record<string, string> {
  const folder = moduleFolder(files, mustMatch(module, /^[a-z/-]+$/, 'the name of a module'));
  const file = mustMatch(verbNoun, /^[a-z]+(-[a-z0-9]+)+$/, 'a verb and a noun: say "archive-contacts"');
  const path = `${folder}/operations/${file}.ts`;
  if (path in files) throw new Refusal(`${path} is there already.`);
  const plate = `${folder}/module.ts`;
  return {
    [path]: operation(folder.replace(/^.*\//, ''), file),
    [path.replace(/\.ts$/, '.test.ts')]: test(file),
    [plate]: withOperation(files[plate] ?? '', file, plate),
  };
}

/** `archive-contacts` of contacts is `contacts.archive`; `archive-tags` of contacts is `contacts.archiveTags`. */
function operationName(module: string, file: string): string {
  const [verb = '', ...noun] = file.split('-');
  const own = noun.join('-').replace(/(y|ie)?s?$/, '');
  return `${camelCase(module)}.${module.startsWith(own) ? verb : camelCase(file)}`;
}

function operation(module: string, file: string): string {
  const name = operationName(module, file);
  return `import { z } from 'zod';
import { defineOperation } from '#platform/operations';

export const ${camelCase(file)} = defineOperation({
  name: '${name}',
  summary: '${sentenceCase(file)}.',
  kind: 'write',
  permission: '${module}:write',
  route: { method: 'POST', path: '/${module}/${file.split('-')[0]}' },
  input: z.strictObject({}),
  output: z.object({}),
  async run() {
    return {};
  },
});
`;
}

function test(file: string): string {
  const constant = camelCase(file);
  return `import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { ${constant} } from './${file}.ts';

const world = await testWorld();

test('it answers', async () => {
  expect(await world.run(${constant}, {})).toEqual({});
});

test('it is refused without the permission', async () => {
  const call = { actor: world.actorWith('nothing:read') };
  await expect(world.run(${constant}, {}, call)).rejects.toMatchObject({ code: 'not_allowed' });
});

test('it refuses input that it does not know', async () => {
  const input = JSON.parse('{"unknown":1}');
  await expect(world.run(${constant}, input)).rejects.toMatchObject({ code: 'validation_failed' });
});
`;
}

function withOperation(plate: string, file: string, path: string): string {
  const constant = camelCase(file);
  const list = /operations: \[/.test(plate)
    ? plate.replace(/operations: \[/, `operations: [${constant}, `)
    : plate.replace(/(needs: \[[^\]]*\],\n)/, `$1  operations: [${constant}],\n`);
  if (list === plate)
    throw new Refusal(`${path} has no "needs: […]," on a line of its own to put the operations under.`);
  return `import { ${constant} } from './operations/${file}.ts';\n${list}`;
}
