/** What one import or re-export names. */
export interface Import {
  specifier: string;
  /** The names that are taken; `*` for all of them. */
  names: string[];
  /** Nothing of it is there when the program runs. */
  typeOnly: boolean;
  line: number;
}

/** A call or a `new`. `callee` is a dotted name (`Math.random`), or `.last` where what stands before is more than names. */
export interface Call {
  callee: string;
  arguments: number;
  isNew: boolean;
  line: number;
}

export interface FunctionFact {
  name: string;
  line: number;
  lines: number;
  /** The name of the call that it is the callback of: `describe`. */
  argumentOf: string | undefined;
}

/** The name-plate of a module, as `module.ts` declares it. */
export interface ModulePlate {
  name: string;
  needs: string[];
  line: number;
}

/** What the rules know about one source file. */
export interface Facts {
  imports: Import[];
  calls: Call[];
  /** Dotted names that are read: `process.env`. */
  names: { text: string; line: number }[];
  /** Tags of template literals. */
  tags: { text: string; line: number }[];
  functions: FunctionFact[];
  comments: { text: string; line: number }[];
  defaultExports: number[];
  anys: number[];
  emptyCatches: number[];
  plates: ModulePlate[];
}

/** A tree of files by path, from the root of the project, `/` between folders. */
export type Files = Readonly<Record<string, string>>;

/** A tree that has been read: the text of every file, and the facts of those that are TypeScript or JavaScript. */
export interface Tree {
  files: Files;
  facts: ReadonlyMap<string, Facts>;
}

/** A place that breaks a rule. */
export interface Finding {
  path: string;
  /** From 1; 1 also where the file as a whole is meant. */
  line: number;
  /** What is wrong and what to do. */
  what: string;
}

export interface Rule {
  name: string;
  /** One sentence: what holds everywhere. */
  says: string;
  check(tree: Tree): Finding[];
}

/** The findings of a rule that looks at one file with facts at a time. */
export function inEachFile(tree: Tree, look: (path: string, facts: Facts) => Omit<Finding, 'path'>[]): Finding[] {
  return [...tree.facts].flatMap(([path, facts]) => look(path, facts).map((finding) => ({ path, ...finding })));
}
