import { inEachFile, type Rule } from '../facts.ts';
import { isTestCode, type Place, placeOf } from '../places.ts';

export const environmentRule: Rule = {
  name: 'environment',
  says: 'The environment is read in #platform/config alone.',
  check: (tree) =>
    inEachFile(tree, (path, facts) => {
      if (!path.startsWith('src/') || path.startsWith('src/platform/config/') || isTestCode(path)) return [];
      const reads = facts.names.filter(({ text }) => /^(globalThis\.)?process\.env$/.test(text));
      const imports = facts.imports.filter(
        ({ specifier, names }) => specifier === 'node:process' && names.includes('env'),
      );
      return [...reads, ...imports].map(({ line }) => ({
        line,
        what: 'process.env: declare a setting in #platform/config',
      }));
    }),
};

const clocks = /^(globalThis\.)?(Date\.now|process\.hrtime(\.bigint)?)$/;
const dice = /^(globalThis\.)?(Math\.random|crypto\.(randomUUID|getRandomValues|randomBytes|randomInt))$/;
const diceNames = new Set([
  'randomUUID',
  'randomBytes',
  'randomInt',
  'randomFill',
  'randomFillSync',
  'getRandomValues',
]);
/**
 * The modules of the ground floor that write records, so that time and ids end up in what people see. The others
 * (crypto, database, fetch, files, log, telemetry, …) make random bytes and timers that are no product data.
 */
const writers = new Set(
  ['operations', 'context', 'records', 'changes', 'events', 'handlers', 'jobs', 'fields', 'search'].map(
    (name) => `src/platform/${name}`,
  ),
);
const isBound = (place: Place) => place.floor !== 'platform' || writers.has(place.module);

export const timeRule: Rule = {
  name: 'time',
  says:
    'Domain, agents, surfaces and the platform modules that write records (operations, context, records, changes, ' +
    'events, handlers, jobs, fields, search) have time, ids and randomness from the context, so that tests can freeze them.',
  check: (tree) =>
    inEachFile(tree, (path, facts) => {
      const place = placeOf(path);
      if (!place || !isBound(place) || isTestCode(path)) return [];
      const calls = facts.calls
        .filter(
          ({ callee, ...call }) =>
            (callee === 'Date' && call.arguments === 0) || clocks.test(callee) || dice.test(callee),
        )
        .map(({ callee, line }) => ({ line, text: `${callee}()` }));
      const imports = facts.imports
        .filter(
          ({ specifier, names }) => /^(node:)?crypto$/.test(specifier) && names.some((name) => diceNames.has(name)),
        )
        .map(({ specifier, line }) => ({ line, text: `randomness of ${specifier}` }));
      return [...calls, ...imports].map(({ line, text }) => ({
        line,
        what: `${text}: ask the context's clock or ids`,
      }));
    }),
};
