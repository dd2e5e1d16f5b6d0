import { type Finding, inEachFile, type Rule } from '../facts.ts';
import { isTestCode, placeOf } from '../places.ts';

export const testedRule: Rule = {
  name: 'tested',
  says: 'Every operation has its test beside it.',
  check: ({ files }) =>
    Object.keys(files).flatMap((path): Finding[] => {
      const place = placeOf(path);
      if (place?.room !== 'operations' || !place.inFolder || place.floor === 'platform') return [];
      if (isTestCode(path) || !path.endsWith('.ts') || path.replace(/\.ts$/, '.test.ts') in files) return [];
      return [
        { path, line: 1, what: `${path.replace(/^.*\//, '').replace(/\.ts$/, '.test.ts')} is missing beside it` },
      ];
    }),
};

const unfinished =
  /(^|\.)(it|test|describe|suite|bench)\.(\w+\.)*(skip|only|todo|skipIf)$|^(xit|xtest|xdescribe|fit|fdescribe)$/;

export const skippedRule: Rule = {
  name: 'skipped',
  says: 'No test is skipped, and none runs alone.',
  check: (tree) =>
    inEachFile(tree, (_path, facts) =>
      [
        ...facts.names.map(({ text, line }) => ({ callee: text, line })),
        ...facts.calls.filter(({ callee }) => !callee.includes('.')),
      ]
        .filter(({ callee }) => unfinished.test(callee))
        .map(({ callee, line }) => ({ line, what: `${callee}: let it run, or take it out` })),
    ),
};
