import { inEachFile, type Rule } from '../facts.ts';
import { isGenerated } from '../places.ts';

const isToolConfig = /(^|\/)[a-z-]+\.config\.[a-z]+$/;

export const exportsRule: Rule = {
  name: 'exports',
  says: 'Exports have names; only the config files of tools export a default.',
  check: (tree) =>
    inEachFile(tree, (path, facts) =>
      isToolConfig.test(path) ? [] : facts.defaultExports.map((line) => ({ line, what: 'export it by a name' })),
    ),
};

const suppression = /biome-ignore lint\/suspicious\/noExplicitAny: \S/;
const silencers = /@ts-(ignore|nocheck)|@ts-expect-error\s*(\*\/)?$|eslint-disable/;

export const anyRule: Rule = {
  name: 'any',
  says: 'There is no `any`, and no silenced type error; a suppression carries its reason.',
  check: (tree) =>
    inEachFile(tree, (path, facts) => {
      if (isGenerated(path)) return [];
      const excused = new Set(facts.comments.filter(({ text }) => suppression.test(text)).map(({ line }) => line + 1));
      const anys = facts.anys
        .filter((line) => !excused.has(line))
        .map((line) => ({ line, what: '`any`: use `unknown` or say the type' }));
      const silenced = facts.comments.filter(({ text }) => silencers.test(text));
      return [...anys, ...silenced.map(({ line, text }) => ({ line, what: `${text}: mend the type` }))];
    }),
};

export const leftoversRule: Rule = {
  name: 'leftovers',
  says: 'Nothing is left for later: no TODO, no FIXME, no silent catch.',
  check: (tree) =>
    inEachFile(tree, (_path, facts) => [
      ...facts.comments
        .filter(({ text }) => /\b(TODO|FIXME|HACK|XXX)\b/.test(text))
        .map(({ line }) => ({ line, what: 'do it now, or write an issue' })),
      ...facts.emptyCatches.map((line) => ({ line, what: 'a silent catch: handle it, or say why nothing is right' })),
    ]),
};

export const webRule: Rule = {
  name: 'web',
  says: 'The web app knows the server by the SDK alone, and the SDK knows nothing but the wire.',
  check: (tree) =>
    inEachFile(tree, (path, facts) => {
      const part = /^(web|sdk)\//.exec(path)?.[1];
      if (!part) return [];
      const closed = part === 'web' ? /^#|^node:|^kith\b/ : /^#|^node:|^kith\b|^@kith\//;
      const isShipped = path.startsWith(`${part}/src/`) && !/\.test\.tsx?$/.test(path);
      return facts.imports
        .filter(({ specifier }) => isShipped && closed.test(specifier))
        .map(({ specifier, line }) => ({ line, what: `${specifier} is not open to ${part}` }));
    }),
};
