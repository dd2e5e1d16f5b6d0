import { isCustomSignal, type SignalType, signalNamed } from './signals.ts';

/** A condition in the language of list filters: `{"and":[…]}`, `{"or":[…]}`, `{"account.country":{"in":["DE","AT"]}}`. */
export type Condition = { [key: string]: unknown };

const deepest = 5;
const mostComparisons = 50;

const operatorsOf: Record<SignalType, readonly string[]> = {
  text: ['eq', 'ne', 'in', 'contains', 'startsWith', 'empty'],
  number: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'empty'],
  yesNo: ['eq', 'ne', 'empty'],
  words: ['eq', 'ne', 'in', 'contains', 'empty'],
};
const allOperators = [...new Set(Object.values(operatorsOf).flat())];

/** What is wrong with a condition, in sentences; nothing when it can be asked. */
export function mistakesIn(condition: unknown): string[] {
  const budget = { left: mostComparisons };
  return mistakesOf(condition, 0, budget);
}

function mistakesOf(condition: unknown, depth: number, budget: { left: number }): string[] {
  if (depth > deepest) return [`A condition may be nested ${deepest} deep at most.`];
  if (condition === null || typeof condition !== 'object' || Array.isArray(condition))
    return ['A condition is an object such as {"country":{"eq":"DE"}}.'];
  const entries = Object.entries(condition);
  if (entries.length === 0) return ['A condition asks for something.'];
  return entries.flatMap(([name, value]) => {
    if (name !== 'and' && name !== 'or') return comparisonMistakes(name, value, budget);
    if (!Array.isArray(value) || value.length === 0) return [`'${name}' takes a list of conditions.`];
    return value.flatMap((one) => mistakesOf(one, depth + 1, budget));
  });
}

function comparisonMistakes(name: string, value: unknown, budget: { left: number }): string[] {
  const signal = signalNamed(name);
  if (!signal) return [`There is no signal '${name.slice(0, 60)}'.`];
  if (value === null || typeof value !== 'object' || Array.isArray(value) || Object.keys(value).length === 0)
    return [`'${name}' takes an operator: {"${name}":{"eq":…}}.`];
  const operators = isCustomSignal(name) ? allOperators : operatorsOf[signal.type];
  return Object.entries(value).flatMap(([operator, operand]) => {
    budget.left -= 1;
    if (budget.left < 0) return [`A condition may have ${mostComparisons} comparisons at most.`];
    if (!operators.includes(operator))
      return [`'${name}' is compared by ${operators.join(', ')}, not by '${operator.slice(0, 40)}'.`];
    return operandMistakes(name, operator, operand, isCustomSignal(name) ? undefined : signal.type);
  });
}

function operandMistakes(name: string, operator: string, operand: unknown, type: SignalType | undefined): string[] {
  if (operator === 'empty') return typeof operand === 'boolean' ? [] : [`'empty' takes true or false.`];
  const one = (value: unknown) => {
    if (typeof value === 'string' && value.length > 200) return false;
    if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
    if (type === 'yesNo') return typeof value === 'boolean';
    if (type === 'text' || type === 'words' || operator === 'contains' || operator === 'startsWith')
      return typeof value === 'string';
    return ['string', 'number', 'boolean'].includes(typeof value);
  };
  if (operator !== 'in') return one(operand) ? [] : [`'${name}' cannot be compared with that.`];
  const isList = Array.isArray(operand) && operand.length > 0 && operand.length <= 200 && operand.every(one);
  return isList ? [] : [`'in' takes a list of up to 200 values that '${name}' can have.`];
}
