import type { Files } from '../../test/architecture/facts.ts';
import { camelCase, mustMatch, Refusal, sentenceCase } from './words.ts';

const composition = 'src/modules.ts';
const document = 'ARCHITECTURE.md';

/** The folder of a module by its name (`scoring`) or its path on the floor (`records/deals`, `agents/clara`). */
export function moduleFolder(files: Files, name: string): string {
  const folders = Object.keys(files).flatMap(
    (path) => /^(src\/(?:domain|agents)\/.+)\/module\.ts$/.exec(path)?.[1] ?? [],
  );
  const found = folders.filter((folder) => folder.endsWith(`/${name}`));
  if (found.length === 1) return found[0] as string;
  const known = folders.map((folder) => folder.replace(/^.*\//, '')).sort();
  throw new Refusal(
    `There is ${found.length === 0 ? 'no' : 'more than one'} module '${name}'. There are ${known.join(', ')}.`,
  );
}

/** A module with its name-plate and its door, listed in the composition root. */
export function newModule(files: Files, path: string | undefined): Record<string, string> {
  const pattern = /^((domain|agents)\/)?(records\/)?[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
  const given = mustMatch(path, pattern, 'the name of a module: say "deals", "records/deals" or "agents/clara"');
  const place = /^(domain|agents)\//.test(given) ? given : `domain/${given}`;
  const folder = `src/${place}`;
  const name = place.replace(/^.*\//, '');
  if (`${folder}/index.ts` in files) throw new Refusal(`${folder} is there already.`);
  const plate = `${camelCase(name)}Module`;
  return {
    [`${folder}/module.ts`]: `import { defineModule } from '#platform/operations';

export const ${plate} = defineModule({
  name: '${name}',
  summary: '${sentenceCase(name)}.',
  needs: [],
});
`,
    [`${folder}/index.ts`]: `export { ${plate} } from './module.ts';\n`,
    [composition]: listed(files[composition] ?? '', plate, `#${place}`),
    [document]: described(files[document] ?? '', place, sentenceCase(name).toLowerCase()),
  };
}

function listed(text: string, plate: string, door: string): string {
  const end = /(export const modules[^=]*= \[[\s\S]*?)\n?\];/;
  if (!end.test(text)) throw new Refusal(`${composition} has no list "export const modules = […]".`);
  return `import { ${plate} } from '${door}';\n${text.replace(end, (_, list: string) => `${list}\n  ${plate},\n];`)}`;
}

/** The modules of a floor are rows of one table, in the order of their names. */
function described(text: string, place: string, sentence: string): string {
  const floor = place.slice(0, place.indexOf('/'));
  const row = `| \`${place}\` | ${sentence} |`;
  const lines = text.split('\n');
  const rows = lines.flatMap((line, index) => (line.startsWith(`| \`${floor}/`) ? [index] : []));
  const first = rows[0] ?? lines.indexOf('| roof | what it is for |');
  const before = rows.find((index) => (lines[index] ?? '') > row);
  const added = rows.length > 0 ? [row] : ['| second floor | what it is for |', '| --- | --- |', row, ''];
  lines.splice(before ?? (rows.length > 0 ? (rows.at(-1) ?? first) + 1 : first), 0, ...added);
  return lines.join('\n');
}
