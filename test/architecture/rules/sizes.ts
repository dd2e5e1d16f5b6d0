import { type Finding, inEachFile, type Rule } from '../facts.ts';
import { isGenerated } from '../places.ts';

const mostLines = 400;
const mostFunctionLines = 100;
const mostFiles = 30;
const mostOperations = 60;
const mostParts = 6;

const isCode = /\.(ts|tsx|js|mjs|sql|css)$/;
/** Folders that hold code; numbered records such as migrations and decisions only ever grow. */
const isCodeFolder = /^(src|web|sdk|test|scripts|bench|plugins|bin)(\/|$)/;

export const linesRule: Rule = {
  name: 'lines',
  says: `A file has at most ${mostLines} lines; what a generator makes is exempt.`,
  check: ({ files }) =>
    Object.entries(files).flatMap(([path, text]): Finding[] => {
      const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
      if (!isCode.test(path) || isGenerated(path) || lines <= mostLines) return [];
      return [{ path, line: 1, what: `has ${lines} lines: split it by what it is about` }];
    }),
};

export const functionsRule: Rule = {
  name: 'functions',
  says: `A function has at most ${mostFunctionLines} lines.`,
  check: (tree) =>
    inEachFile(tree, (path, facts) =>
      facts.functions
        .filter(({ lines, argumentOf }) => lines > mostFunctionLines && !/^describe\b/.test(argumentOf ?? ''))
        .filter(() => !isGenerated(path))
        .map(({ name, line, lines }) => ({ line, what: `${name} has ${lines} lines: give its parts names` })),
    ),
};

export const foldersRule: Rule = {
  name: 'folders',
  says: `A folder has at most ${mostFiles} files (operations ${mostOperations}), a path at most ${mostParts} parts.`,
  check({ files }) {
    const counts = new Map<string, number>();
    const findings: Finding[] = [];
    for (const path of Object.keys(files).filter((one) => isCodeFolder.test(one) && !isGenerated(one))) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
      const parts = path.split('/').length;
      if (parts > mostParts) findings.push({ path, line: 1, what: `lies ${parts} deep: ${mostParts} is the most` });
    }
    for (const [folder, count] of counts) {
      const most = folder.endsWith('/operations') ? mostOperations : mostFiles;
      if (count > most) findings.push({ path: folder, line: 1, what: `has ${count} files: ${most} is the most` });
    }
    return findings;
  },
};
