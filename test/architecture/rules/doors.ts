import { inEachFile, type Rule } from '../facts.ts';
import { doorOf, isModule, isTestCode, placeOf, resolved } from '../places.ts';

/** The composition root and what starts the server: other programs may import these by path. */
const isRoot = /^src\/[^/]+\.ts$/;

export const doorsRule: Rule = {
  name: 'doors',
  says: 'A module is entered by its door (`#floor/name`) alone; only what measures it looks inside.',
  check: (tree) =>
    inEachFile(tree, (path, facts) => {
      const own = placeOf(path)?.module ?? outside(path);
      return facts.imports.flatMap(({ specifier, line }) => {
        if (specifier.startsWith('#')) {
          const door = doorOf(specifier);
          if (door && isModule(tree.files, door.module)) return [];
          return [{ line, what: `${specifier} is not the door of a module` }];
        }
        if (!specifier.startsWith('.')) return [];
        const target = resolved(path, specifier);
        if ((placeOf(target)?.module ?? outside(target)) === own) return [];
        if (!placeOf(path) && (isRoot.test(target) || target === 'package.json')) return [];
        if (path.startsWith('bench/') && placeOf(target)) return [];
        return [{ line, what: `${specifier} reaches into ${outsideName(target)}: import its door` }];
      });
    }),
};

/** Outside the house the top folder is the module, and what developers run is one: `web`, `sdk`; `src` itself holds the root. */
function outside(path: string): string {
  if (/^(test|bench|scripts)\//.test(path)) return 'test, bench and scripts';
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

function outsideName(path: string): string {
  return placeOf(path)?.module ?? outside(path);
}

export const testingRule: Rule = {
  name: 'testing',
  says: 'What ships does not import what only tests use.',
  check: (tree) =>
    inEachFile(tree, (path, facts) => {
      if (isTestCode(path) || path.startsWith('src/platform/testing/') || !path.startsWith('src/')) return [];
      return facts.imports
        .filter(({ specifier }) => specifier === '#platform/testing' || isTestCode(resolved(path, specifier)))
        .map(({ specifier, line }) => ({ line, what: `${specifier} is for tests` }));
    }),
};
