import { Problem } from '#platform/errors';

export interface Token {
  kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  text: string;
  /** Where it begins, from 0. */
  at: number;
}

const longest = 2000;

/** A mistake in a formula, with the character that it is found at. */
export function formulaMistake(at: number, what: string): Problem {
  return new Problem('validation_failed', {
    detail: `The formula has a mistake at character ${at + 1}: ${what}.`,
    mistakes: [{ path: 'formula', message: `character ${at + 1}: ${what}` }],
  });
}

const shapes: readonly [Token['kind'] | 'space', RegExp][] = [
  ['space', /\s+/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['text', /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/suy],
  ['name', /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*/y],
  ['sign', /<=|>=|<>|!=|[-+*/%&=<>(),]/y],
];

/** The words and signs of a formula. Errors: `validation_failed` with the position. */
export function tokensOf(formula: string): Token[] {
  if (formula.length > longest) throw formulaMistake(longest, `a formula has ${longest} characters at most`);
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length; ) {
    const found = shapes.flatMap(([kind, shape]) => {
      shape.lastIndex = at;
      const text = shape.exec(formula)?.[0];
      return text === undefined ? [] : [{ kind, text, at }];
    })[0];
    if (!found) {
      const quote = formula[at] === '"' || formula[at] === "'";
      throw formulaMistake(at, quote ? 'this text is not closed' : `'${formula[at]}' means nothing here`);
    }
    if (found.kind !== 'space') tokens.push(found as Token);
    at += found.text.length;
  }
  return [...tokens, { kind: 'end', text: '', at: formula.length }];
}
