import { type Facts, inEachFile, type Rule } from '../facts.ts';
import { isTestCode, placeOf } from '../places.ts';

const harmless = new Set(['node:util', 'node:path', 'node:buffer', 'node:string_decoder', 'node:url']);
const hashing = new Set(['createHash', 'createHmac', 'timingSafeEqual']);
const impureCalls =
  /^(Date\.now|Math\.random|performance\.now|crypto\.\w+|fetch|setTimeout|setInterval|setImmediate|queueMicrotask)$/;
const impureNames = /^(process|console|globalThis|localStorage|document|window)\./;

export const pureRulesRule: Rule = {
  name: 'pure-rules',
  says: 'What stands in rules/ is pure: no input or output, no clock, no randomness.',
  check: (tree) =>
    inEachFile(tree, (path, facts) =>
      placeOf(path)?.room === 'rules' && !isTestCode(path)
        ? [...importsThatAct(facts), ...callsThatAct(facts)].map(({ line, text }) => ({
            line,
            what: `${text} is not pure: take its result as an argument`,
          }))
        : [],
    ),
};

function importsThatAct(facts: Facts): { line: number; text: string }[] {
  return facts.imports
    .filter(({ specifier, names, typeOnly }) => {
      if (typeOnly || harmless.has(specifier)) return false;
      if (specifier === 'node:crypto') return !names.every((name) => hashing.has(name));
      return specifier.startsWith('node:') || specifier === 'pg' || specifier === 'kysely';
    })
    .map(({ specifier, line }) => ({ line, text: specifier }));
}

function callsThatAct(facts: Facts): { line: number; text: string }[] {
  const calls = facts.calls
    .filter(({ callee, ...call }) => impureCalls.test(callee) || (callee === 'Date' && call.arguments === 0))
    .map(({ callee, line }) => ({ line, text: `${callee}()` }));
  return [...calls, ...facts.names.filter(({ text }) => impureNames.test(text))];
}
