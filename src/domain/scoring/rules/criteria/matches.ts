import type { Condition } from './conditions.ts';
import type { Facts, SignalValue } from './signals.ts';

/** A condition made ready to be asked millions of times. */
export type Test = (facts: Facts) => boolean;

/** Texts are compared without regard to case, as people do. */
const key = (value: unknown): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : value);
const isEmpty = (value: SignalValue) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** @param condition one in which nothing is wrong */
export function testOf(condition: Condition): Test {
  const tests = Object.entries(condition).map(([name, value]): Test => {
    if (name === 'and' || name === 'or') {
      const inner = (value as Condition[]).map(testOf);
      return name === 'and' ? (facts) => inner.every((one) => one(facts)) : (facts) => inner.some((one) => one(facts));
    }
    const comparisons = Object.entries(value as object).map(([operator, operand]) => comparison(operator, operand));
    return (facts) => {
      const known = facts[name];
      return comparisons.every((one) => one(known));
    };
  });
  return (facts) => tests.every((one) => one(facts));
}

function comparison(operator: string, operand: unknown): (value: SignalValue) => boolean {
  if (operator === 'empty') return (value) => isEmpty(value) === operand;
  if (operator === 'ne') {
    const equal = comparison('eq', operand);
    return (value) => !equal(value);
  }
  if (operator === 'in') {
    const wanted = new Set((operand as unknown[]).map(key));
    return some((value) => wanted.has(value));
  }
  const wanted = key(operand);
  if (operator === 'eq') return some((value) => value === wanted);
  if (operator === 'contains') return contains(String(wanted));
  if (operator === 'startsWith') return some((value) => String(value).startsWith(String(wanted)));
  return compared(operator, wanted);
}

/** Of a list, one value has to do; of nothing, none does. */
function some(holds: (value: unknown) => boolean): (value: SignalValue) => boolean {
  return (value) => {
    if (isEmpty(value)) return false;
    return Array.isArray(value) ? value.some((one) => holds(key(one))) : holds(key(value));
  };
}

/** Of a list, a whole word; of a text, a part. */
function contains(wanted: string): (value: SignalValue) => boolean {
  return (value) => {
    if (isEmpty(value)) return false;
    return Array.isArray(value) ? value.some((one) => key(one) === wanted) : String(key(value)).includes(wanted);
  };
}

function compared(operator: string, wanted: unknown): (value: SignalValue) => boolean {
  const limit = Number(wanted);
  const holds = (value: number) => {
    if (operator === 'lt') return value < limit;
    if (operator === 'lte') return value <= limit;
    return operator === 'gt' ? value > limit : value >= limit;
  };
  return (value) => typeof value === 'number' && holds(value);
}
