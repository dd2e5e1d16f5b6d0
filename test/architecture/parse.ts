import { SyntaxKind } from 'typescript/unstable/ast';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';
import { collectFacts } from './collect-facts.ts';
import type { Facts, Files, Tree } from './facts.ts';

const isSource = /\.(ts|tsx|js)$/;
const root = '/trees';

/** Reads several trees with one run of the TypeScript parser; they are told apart by name. */
export function parseTrees(trees: Readonly<Record<string, Files>>): Map<string, Tree> {
  const sources: Record<string, string> = {};
  for (const [name, files] of Object.entries(trees)) {
    for (const [path, text] of Object.entries(files))
      if (isSource.test(path)) sources[`${root}/${name}/${path}`] = text;
  }
  const facts = parse(sources);
  return new Map(
    Object.entries(trees).map(([name, files]) => {
      const ofTree = new Map<string, Facts>();
      for (const path of Object.keys(files)) {
        const found = facts.get(`${root}/${name}/${path}`);
        if (found) ofTree.set(path, found);
      }
      return [name, { files, facts: ofTree }];
    }),
  );
}

function parse(sources: Record<string, string>): Map<string, Facts> {
  const config = `${root}/tsconfig.json`;
  const compilerOptions = { noResolve: true, noLib: true, types: [], allowJs: true, noEmit: true, jsx: 'preserve' };
  const fs = createVirtualFileSystem({
    ...sources,
    [config]: JSON.stringify({ compilerOptions, files: Object.keys(sources) }),
  });
  const api = new API({ cwd: root, fs });
  try {
    const program = api.updateSnapshot({ openProjects: [config] }).getProject(config)?.program;
    const facts = new Map<string, Facts>();
    for (const path of Object.keys(sources)) {
      const file = program?.getSourceFile(path);
      if (file?.kind !== SyntaxKind.SourceFile) throw new Error(`TypeScript did not read ${path}.`);
      facts.set(path, collectFacts(file));
    }
    return facts;
  } finally {
    api.close();
  }
}
