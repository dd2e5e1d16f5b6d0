import { formulaMistake, type Token, tokensOf } from './tokens.ts';

/** A formula as a tree; `at` is where its sign or word stands. */
export type Expression =
  | { kind: 'literal'; value: number | string | boolean | null; at: number }
  | { kind: 'field'; name: string; at: number }
  | { kind: 'call'; name: string; parts: Expression[]; at: number };

/** How strongly signs between two expressions bind. */
const strength: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<>': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '&': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};
const constants: Readonly<Record<string, boolean | null>> = { true: true, false: false, empty: null };
const deepest = 40;
const mostParts = 500;

class Parser {
  readonly #tokens: Token[];
  #at = 0;
  #parts = 0;

  constructor(formula: string) {
    this.#tokens = tokensOf(formula);
  }

  parse(): Expression {
    const expression = this.#expression(0, 0);
    const next = this.#next();
    if (next.kind !== 'end') throw formulaMistake(next.at, `'${next.text}' was not expected`);
    return expression;
  }

  #next(): Token {
    return this.#tokens[this.#at] as Token;
  }

  #take(text: string): boolean {
    const next = this.#next();
    if (next.text !== text || next.kind === 'text') return false;
    this.#at += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw formulaMistake(this.#next().at, `'${text}' was expected`);
  }

  #expression(least: number, depth: number): Expression {
    if (depth > deepest) throw formulaMistake(this.#next().at, `a formula is nested ${deepest} deep at most`);
    let left = this.#single(depth);
    for (;;) {
      const sign = this.#next();
      const binds = sign.kind === 'text' ? undefined : strength[sign.text];
      if (binds === undefined || binds <= least) return left;
      this.#at += 1;
      const right = this.#expression(binds, depth + 1);
      left = this.#counted({
        kind: 'call',
        name: sign.text === '<>' ? '!=' : sign.text,
        parts: [left, right],
        at: sign.at,
      });
    }
  }

  #counted<Made extends Expression>(made: Made): Made {
    this.#parts += 1;
    if (this.#parts > mostParts) throw formulaMistake(made.at, `a formula has ${mostParts} parts at most`);
    return made;
  }

  #single(depth: number): Expression {
    const token = this.#next();
    this.#at += 1;
    const { kind, text, at } = token;
    if (kind === 'number') return this.#counted({ kind: 'literal', value: Number(text), at });
    if (kind === 'text')
      return this.#counted({ kind: 'literal', value: text.slice(1, -1).replace(/\\(.)/gsu, '$1'), at });
    if (text === '(') {
      const inner = this.#expression(0, depth + 1);
      this.#expect(')');
      return inner;
    }
    if (text === '-' || text === 'not') {
      const inner = this.#expression(text === '-' ? 6 : 2, depth + 1);
      return this.#counted({ kind: 'call', name: text === '-' ? 'negative' : 'not', parts: [inner], at });
    }
    if (kind === 'name') return this.#named(token, depth);
    throw formulaMistake(at, kind === 'end' ? 'something is missing here' : `'${text}' was not expected`);
  }

  #named({ text, at }: Token, depth: number): Expression {
    if (Object.hasOwn(constants, text)) return this.#counted({ kind: 'literal', value: constants[text] ?? null, at });
    if (!this.#take('(')) return this.#counted({ kind: 'field', name: text, at });
    const parts: Expression[] = [];
    if (!this.#take(')')) {
      do parts.push(this.#expression(0, depth + 1));
      while (this.#take(','));
      this.#expect(')');
    }
    return this.#counted({ kind: 'call', name: text, parts, at });
  }
}

/** A formula as a tree. Errors: `validation_failed` with the position. */
export function parseFormula(formula: string): Expression {
  return new Parser(formula).parse();
}
