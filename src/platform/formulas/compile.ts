import { nearest } from '#platform/text';
import {
  type FormulaFunction,
  type FormulaType,
  type FormulaValue,
  functions,
  rounded,
  type Tell,
} from './functions.ts';
import { type Expression, parseFormula } from './parse.ts';
import { formulaMistake } from './tokens.ts';

/** The fields that a formula may use, by name, with their types. */
export type FormulaFields = ReadonlyMap<string, FormulaType>;

export interface CompiledFormula {
  type: FormulaType;
  /** Names of the fields that it uses. */
  sources: ReadonlySet<string>;
  /** Its value for the values of a record; `tell` hears why one is empty. */
  evaluate(valueFor: (field: string) => unknown, tell?: Tell): FormulaValue;
}

type Run = (valueFor: (field: string) => unknown, tell: Tell) => FormulaValue;
interface Part {
  type: FormulaType;
  run: Run;
}

const longestText = 1000;
/** Digits after the point that a number keeps: enough for every currency, and too few to show that 0.1 + 0.2 is not 0.3. */
const digitsKept = 9;

/** Reads, checks and compiles a formula. Errors: `validation_failed` with the position. */
export function compileFormula(formula: string, fields: FormulaFields): CompiledFormula {
  const sources = new Set<string>();
  const { type, run } = partOf(parseFormula(formula), fields, sources);
  if (type === 'empty') throw formulaMistake(0, 'it is always empty');
  return { type, sources, evaluate: (valueFor, tell = () => undefined) => settled(run(valueFor, tell), tell) };
}

/** A value that columns can hold. */
function settled(value: FormulaValue, tell: Tell): FormulaValue {
  if (typeof value === 'number') {
    if (Number.isFinite(value) && Math.abs(value) < 1e15) return rounded(value, digitsKept) + 0;
    tell('a number out of range');
    return null;
  }
  if (typeof value !== 'string') return value;
  if (value.length > longestText) tell(`a text of more than ${longestText} characters`);
  return value === '' || value.length > longestText ? null : value;
}

function partOf(expression: Expression, fields: FormulaFields, sources: Set<string>): Part {
  if (expression.kind === 'literal') return literal(expression.value);
  if (expression.kind === 'field') return fieldPart(expression, fields, sources);
  const { name, at } = expression;
  const known: FormulaFunction | undefined = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!known) throw unknownFunction(name, at);
  const parts = expression.parts.map((one) => partOf(one, fields, sources));
  const types = parts.map((part) => part.type);
  const type = known.type(types);
  if (type === undefined)
    throw formulaMistake(at, `'${name}' does not take ${types.map(typeWords).join(', ') || 'nothing'}: ${known.usage}`);
  return { type, run: callOf(known, parts, types) };
}

function callOf(known: FormulaFunction, parts: readonly Part[], types: readonly FormulaType[]): Run {
  return (valueFor, tell) => {
    // Only the branch that is taken may say why it is empty.
    if (known === functions.if) {
      const [condition, then, otherwise] = parts;
      const chosen = condition?.run(valueFor, tell) === true ? then : otherwise;
      return chosen?.run(valueFor, tell) ?? null;
    }
    const values = parts.map((part) => part.run(valueFor, tell));
    if (!known.takesEmpty && values.includes(null)) return null;
    return known.run(values, types, tell);
  };
}

function literal(value: FormulaValue): Part {
  const type =
    value === null ? 'empty' : typeof value === 'number' ? 'number' : typeof value === 'string' ? 'text' : 'boolean';
  return { type, run: () => value };
}

function fieldPart({ name, at }: Expression & { kind: 'field' }, fields: FormulaFields, sources: Set<string>): Part {
  const full = fields.has(name) ? name : `custom.${name}`;
  const type = fields.get(full);
  if (type === undefined) throw unknownField(name, at, fields);
  sources.add(full);
  const numeric = type === 'number' || type.startsWith('money:');
  const run: Run = (valueFor) => {
    const value = valueFor(full);
    if (value === null || value === undefined || value === '') return null;
    return numeric ? Number(value) : (value as FormulaValue);
  };
  return { type, run };
}

function unknownField(name: string, at: number, fields: FormulaFields) {
  if (name === 'today' || name === 'now') return untimely(name, at);
  const near = nearest(
    name,
    [...fields.keys()].flatMap((full) => [full, full.replace(/^custom\./, '')]),
  );
  return formulaMistake(
    at,
    `there is no field '${name}' that a formula can use${near ? `; did you mean '${near}'?` : ''}`,
  );
}

function unknownFunction(name: string, at: number) {
  if (name === 'today' || name === 'now') return untimely(name, at);
  const near = nearest(name, Object.keys(functions));
  return formulaMistake(at, `there is no function '${name}'${near ? `; did you mean '${near}'?` : ''}`);
}

function untimely(name: string, at: number) {
  return formulaMistake(at, `'${name}' is not known to formulas, since their values would be wrong the day after`);
}

function typeWords(type: FormulaType): string {
  return type.startsWith('money:') ? `money (${type.slice('money:'.length)})` : type;
}
