import { Problem } from '#platform/errors';

/** Whether a whole text matches. */
export type Pattern = (text: string) => boolean;

type Test = (char: string) => boolean;
type Node =
  | { kind: 'char'; test: Test }
  | { kind: 'row'; nodes: Node[] }
  | { kind: 'either'; nodes: Node[] }
  | { kind: 'repeat'; node: Node; least: number; most: number | undefined };
/** A step of the machine: one character that must pass, a fork, or the end. */
type Step = { test: Test; next: number } | { fork: number[] } | { end: true };

const mostSteps = 1000;
const mostRepeats = 200;
const longestPattern = 200;

const classes: Readonly<Record<string, Test>> = {
  d: (char) => /^\d$/.test(char),
  w: (char) => /^[\p{L}\p{N}_]$/u.test(char),
  s: (char) => /^\s$/u.test(char),
};

function refuse(at: number, what: string): never {
  throw new Problem('validation_failed', {
    detail: `The pattern has a mistake at character ${at + 1}: ${what}.`,
    mistakes: [{ path: 'rules.pattern', message: what }],
  });
}

/** Reads a pattern: texts, `.`, `[a-z]`, `\d \w \s`, groups, `|`, and `? * + {2,5}`. */
class Reader {
  readonly #chars: string[];
  #at = 0;

  constructor(text: string) {
    this.#chars = [...text];
    // The whole text is matched anyway.
    if (this.#chars[0] === '^') this.#at = 1;
    if (this.#chars.at(-1) === '$' && this.#chars.at(-2) !== '\\') this.#chars.pop();
  }

  read(): Node {
    const node = this.#either();
    if (this.#at < this.#chars.length) refuse(this.#at, `'${this.#chars[this.#at]}' was not expected`);
    return node;
  }

  #either(): Node {
    const nodes = [this.#row()];
    while (this.#take('|')) nodes.push(this.#row());
    return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'either', nodes };
  }

  #row(): Node {
    const nodes: Node[] = [];
    while (this.#at < this.#chars.length && this.#chars[this.#at] !== '|' && this.#chars[this.#at] !== ')')
      nodes.push(this.#repeated(this.#one()));
    return { kind: 'row', nodes };
  }

  #one(): Node {
    const from = this.#at;
    const char = this.#chars[this.#at++] ?? '';
    if (char === '(') {
      if (this.#take('?') && !this.#take(':')) refuse(from, 'groups with ? are not known; write (…)');
      const node = this.#either();
      if (!this.#take(')')) refuse(from, 'this bracket is not closed');
      return node;
    }
    if (char === '[') return { kind: 'char', test: this.#set(from) };
    if (char === '.') return { kind: 'char', test: () => true };
    if (char === '\\') return { kind: 'char', test: this.#escaped(from) };
    if ('*+?{'.includes(char)) refuse(from, `there is nothing before '${char}' to repeat`);
    if ('^$'.includes(char)) refuse(from, `'${char}' is not needed: the whole text must match`);
    return { kind: 'char', test: (one) => one === char };
  }

  #escaped(from: number): Test {
    const char = this.#chars[this.#at++];
    if (char === undefined) refuse(from, 'a character must follow \\');
    const known = classes[char.toLowerCase()];
    if (known) return char === char.toLowerCase() ? known : (one) => !known(one);
    if (/[\p{L}\p{N}]/u.test(char)) refuse(from, `\\${char} is not known; there are \\d, \\w and \\s`);
    return (one) => one === char;
  }

  #set(from: number): Test {
    const not = this.#take('^');
    const tests: Test[] = [];
    while (this.#at < this.#chars.length && this.#chars[this.#at] !== ']') {
      const low = this.#chars[this.#at++] ?? '';
      if (low === '\\') tests.push(this.#escaped(this.#at - 1));
      else if (this.#chars[this.#at] === '-' && this.#chars[this.#at + 1] !== ']') {
        this.#at += 1;
        const high = this.#chars[this.#at++] ?? '';
        if (high < low) refuse(from, `${low}-${high} is not a range`);
        tests.push((one) => one >= low && one <= high);
      } else tests.push((one) => one === low);
    }
    if (!this.#take(']')) refuse(from, 'this bracket is not closed');
    return (one) => tests.some((test) => test(one)) !== not;
  }

  #repeated(node: Node): Node {
    const from = this.#at;
    if (this.#take('*')) return { kind: 'repeat', node, least: 0, most: undefined };
    if (this.#take('+')) return { kind: 'repeat', node, least: 1, most: undefined };
    if (this.#take('?')) return { kind: 'repeat', node, least: 0, most: 1 };
    const [all, least = '', comma, most = ''] =
      /^\{(\d{1,3})(,)?(\d{1,3})?\}/.exec(this.#chars.slice(this.#at, this.#at + 10).join('')) ?? [];
    if (all === undefined) return node;
    this.#at += all.length;
    const upTo = comma === undefined ? Number(least) : most === '' ? undefined : Number(most);
    if (Math.max(Number(least), upTo ?? 0) > mostRepeats) refuse(from, `repeat ${mostRepeats} times at most`);
    if (upTo !== undefined && upTo < Number(least)) refuse(from, 'the numbers stand the wrong way round');
    return { kind: 'repeat', node, least: Number(least), most: upTo };
  }

  #take(char: string): boolean {
    if (this.#chars[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }
}

/** Lays the steps of a node before `next`, and says where they begin. */
function lay(steps: Step[], node: Node, next: number): number {
  if (steps.length > mostSteps) refuse(0, 'the pattern is too large');
  const add = (step: Step) => steps.push(step) - 1;
  switch (node.kind) {
    case 'char':
      return add({ test: node.test, next });
    case 'row':
      return node.nodes.reduceRight((after, one) => lay(steps, one, after), next);
    case 'either':
      return add({ fork: node.nodes.map((one) => lay(steps, one, next)) });
    case 'repeat': {
      let after = next;
      if (node.most === undefined) {
        const fork: number[] = [next];
        after = add({ fork });
        fork.push(lay(steps, node.node, after));
      } else
        for (let at = node.least; at < node.most; at++) after = add({ fork: [next, lay(steps, node.node, after)] });
      for (let at = 0; at < node.least; at++) after = lay(steps, node.node, after);
      return after;
    }
  }
}

const compiled = new Map<string, Pattern>();
const mostKept = 500;

/**
 * A pattern that people write, compiled. All ways to match are followed at once, so the time is that of the text times the size of the
 * pattern, whatever both are. Errors: `validation_failed` with the position.
 */
export function compilePattern(text: string): Pattern {
  const known = compiled.get(text);
  if (known) return known;
  if (text.length > longestPattern) refuse(longestPattern, `a pattern has ${longestPattern} characters at most`);
  const steps: Step[] = [{ end: true }];
  const start = lay(steps, new Reader(text).read(), 0);
  const pattern: Pattern = (given) => matches(steps, start, given);
  if (compiled.size >= mostKept) compiled.clear();
  compiled.set(text, pattern);
  return pattern;
}

function matches(steps: readonly Step[], start: number, text: string): boolean {
  let current = reached(steps, [start]);
  for (const char of text) {
    const next: number[] = [];
    for (const at of current) {
      const step = steps[at];
      if (step && 'test' in step && step.test(char)) next.push(step.next);
    }
    if (next.length === 0) return false;
    current = reached(steps, next);
  }
  return current.has(0);
}

/** All steps that can be reached without a character. */
function reached(steps: readonly Step[], from: readonly number[]): Set<number> {
  const found = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    const step = steps[at];
    if (step && 'fork' in step) open.push(...step.fork);
  }
  return found;
}
