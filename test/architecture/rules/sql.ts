import { inEachFile, type Rule } from '../facts.ts';
import { isTestCode, placeOf } from '../places.ts';

const drivers = /^(kysely|pg|postgres|pg-copy-streams)(\/|$)/;
const builders = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)$/;

export const sqlRule: Rule = {
  name: 'sql',
  says: 'Above the platform, SQL stands in store/ and nowhere else.',
  check: (tree) =>
    inEachFile(tree, (path, facts) => {
      const place = placeOf(path);
      if (!place || place.floor === 'platform' || place.room === 'store' || isTestCode(path)) return [];
      const imports = facts.imports
        .filter(({ specifier, names, typeOnly }) => {
          if (specifier === '#platform/database') return !typeOnly && names.some((name) => /^(sql|build)$/.test(name));
          return drivers.test(specifier);
        })
        .map(({ specifier, line }) => ({ line, what: specifier }));
      const tags = facts.tags.filter(({ text }) => /(^|\.)sql$/.test(text));
      const calls = facts.calls.filter(({ callee }) => builders.test(callee));
      return [
        ...imports,
        ...tags.map(({ text, line }) => ({ line, what: `\`${text}\`` })),
        ...calls.map(({ callee, line }) => ({ line, what: callee })),
      ].map(({ line, what }) => ({ line, what: `${what} outside store/: move the query there` }));
    }),
};
