/** What a part of a formula is. Money carries its currency; `empty` is the type of nothing. */
export type FormulaType = 'number' | 'text' | 'boolean' | 'date' | 'dateTime' | 'empty' | `money:${string}`;
export type FormulaValue = number | string | boolean | null;

/** Told why a value is empty. */
export type Tell = (problem: string) => void;

/** What a function or sign of the language does. */
export interface FormulaFunction {
  /** Its parts as people read them, as `round(number, digits)`. */
  usage: string;
  summary: string;
  /** The type of its answer; undefined when it does not take such parts. */
  type(parts: readonly FormulaType[]): FormulaType | undefined;
  /** Parts that are empty make the answer empty, unless `takesEmpty`. */
  takesEmpty?: boolean;
  run(parts: readonly FormulaValue[], types: readonly FormulaType[], tell: Tell): FormulaValue;
}

const isNumeric = (type: FormulaType | undefined) =>
  type === 'number' || type === 'empty' || type?.startsWith('money:');
const isTime = (type: FormulaType | undefined) => type === 'date' || type === 'dateTime' || type === 'empty';
const plain = (type: FormulaType | undefined) => type === 'number' || type === 'empty';
const is = (type: FormulaType | undefined, wanted: FormulaType) => type === wanted || type === 'empty';

/** The type that all parts share; undefined when they differ. */
function shared(types: readonly FormulaType[]): FormulaType | undefined {
  const known = [...new Set(types.filter((type) => type !== 'empty'))];
  return known.length > 1 ? undefined : (known[0] ?? 'empty');
}

const dayMs = 86_400_000;
const unitsMs = { days: dayMs, weeks: 7 * dayMs, hours: 3_600_000, minutes: 60_000 } as const;

function timeOf(value: FormulaValue): number {
  return new Date(String(value)).getTime();
}

/** A moment as a value of its type; years that no column can hold are nothing. */
function asTime(ms: number, type: FormulaType | undefined, tell: Tell): FormulaValue {
  const year = Number.isNaN(ms) || Math.abs(ms) > 8.64e15 ? 0 : new Date(ms).getUTCFullYear();
  if (year < 1 || year > 9999) {
    tell('a date out of range');
    return null;
  }
  const text = new Date(ms).toISOString();
  return type === 'date' ? text.slice(0, 10) : text;
}

function monthsBetween(from: FormulaValue, to: FormulaValue): number {
  const [one, two] = [new Date(String(from)), new Date(String(to))];
  const months = (two.getUTCFullYear() - one.getUTCFullYear()) * 12 + two.getUTCMonth() - one.getUTCMonth();
  const days = two.getUTCDate() - one.getUTCDate();
  if (months > 0 && days < 0) return months - 1;
  return months < 0 && days > 0 ? months + 1 : months;
}

function dateDiff([from, to, unit]: readonly FormulaValue[], tell: Tell): FormulaValue {
  if (unit === 'months') return monthsBetween(from ?? null, to ?? null);
  if (unit === 'years') return Math.trunc(monthsBetween(from ?? null, to ?? null) / 12);
  const ms = unitsMs[unit as keyof typeof unitsMs];
  if (ms) return Math.trunc((timeOf(to ?? null) - timeOf(from ?? null)) / ms);
  tell(`'${String(unit).slice(0, 20)}' is not a unit; there are minutes, hours, days, weeks, months, years`);
  return null;
}

/** Half away from zero, as people round; `1.005` counts as what it is written as. */
export function rounded(value: number, digits: number): number {
  const places = Math.max(-12, Math.min(12, Math.trunc(digits)));
  const shifted = Number(`${Math.abs(value)}e${places}`);
  if (!Number.isFinite(shifted)) return value;
  return Math.sign(value) * Number(`${Math.round(shifted)}e${-places}`);
}

const number = (value: FormulaValue | undefined) => Number(value);
const text = (value: FormulaValue | undefined) => String(value ?? '');

function arithmetic(usage: string, summary: string, of: (a: number, b: number) => number): FormulaFunction {
  return {
    usage,
    summary,
    type: ([a, b]) => (isNumeric(a) && isNumeric(b) ? shared([a ?? 'empty', b ?? 'empty']) : undefined),
    run: ([a, b]) => of(number(a), number(b)),
  };
}

const plus = arithmetic('a + b', 'The sum; of a date and a number the date so many days later.', (a, b) => a + b);
const minus = arithmetic('a - b', 'The difference; of two dates in days.', (a, b) => a - b);

function divide(a: number, b: number, tell: Tell): number | null {
  if (b !== 0) return a / b;
  tell('division by zero');
  return null;
}

function comparison(sign: string, holds: (order: number) => boolean): FormulaFunction {
  return {
    usage: `a ${sign} b`,
    summary: 'Whether it is so.',
    type: ([a = 'empty', b = 'empty']) =>
      shared([a, b]) || (isNumeric(a) && isNumeric(b)) || (isTime(a) && isTime(b)) ? 'boolean' : undefined,
    run([a = null, b = null], [one, two]) {
      if (isTime(one) && isTime(two)) return holds(timeOf(a) - timeOf(b));
      return holds(a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1);
    },
  };
}

const textFunction = (usage: string, summary: string, of: (value: string) => string): FormulaFunction => ({
  usage,
  summary,
  type: (types) => (types.length === 1 && is(types[0], 'text') ? 'text' : undefined),
  run: ([value]) => of(text(value)),
});
const numberFunction = (usage: string, summary: string, of: (value: number) => number): FormulaFunction => ({
  usage,
  summary,
  type: (types) => (types.length === 1 && isNumeric(types[0]) ? types[0] : undefined),
  run: ([value]) => of(number(value)),
});
const dateFunction = (usage: string, summary: string, of: (value: Date) => number): FormulaFunction => ({
  usage,
  summary,
  type: (types) => (types.length === 1 && isTime(types[0]) ? 'number' : undefined),
  run: ([value]) => of(new Date(text(value))),
});
const extreme = (usage: string, summary: string, pick: (values: number[]) => number): FormulaFunction => ({
  usage,
  summary,
  takesEmpty: true,
  type: (types) => (types.length > 0 && types.every(isNumeric) ? shared(types) : undefined),
  run(parts) {
    const there = parts.filter((part) => part !== null).map(Number);
    return there.length === 0 ? null : pick(there);
  },
});

const junction = (usage: string, summary: string, deciding: boolean): FormulaFunction => ({
  usage,
  summary,
  takesEmpty: true,
  type: (types) => (types.length > 0 && types.every((type) => is(type, 'boolean')) ? 'boolean' : undefined),
  run: (parts) => (parts.includes(deciding) ? deciding : parts.includes(null) ? null : !deciding),
});

/** The whole language: signs and functions by name. */
export const functions: Readonly<Record<string, FormulaFunction>> = {
  '+': {
    ...plus,
    type: (types) => (isTime(types[0]) && types[0] !== 'empty' && plain(types[1]) ? types[0] : plus.type(types)),
    run: ([a, b], types, tell) =>
      isTime(types[0]) && types[0] !== 'empty'
        ? asTime(timeOf(a ?? null) + number(b) * dayMs, types[0], tell)
        : number(a) + number(b),
  },
  '-': {
    ...minus,
    type(types) {
      const [a, b] = types;
      if (!isTime(a) || a === 'empty') return minus.type(types);
      return isTime(b) && b !== 'empty' ? 'number' : plain(b) ? a : undefined;
    },
    run([a, b], types, tell) {
      if (!isTime(types[0]) || types[0] === 'empty') return number(a) - number(b);
      if (isTime(types[1]) && types[1] !== 'empty') return (timeOf(a ?? null) - timeOf(b ?? null)) / dayMs;
      return asTime(timeOf(a ?? null) - number(b) * dayMs, types[0], tell);
    },
  },
  '*': {
    usage: 'a * b',
    summary: 'The product; money times a number is money.',
    type: ([a, b]) => (plain(a) && isNumeric(b) ? b : isNumeric(a) && plain(b) ? a : undefined),
    run: ([a, b]) => number(a) * number(b),
  },
  '/': {
    usage: 'a / b',
    summary: 'The quotient; empty when b is zero.',
    type([a, b]) {
      if (isNumeric(a) && plain(b)) return a;
      return a !== 'number' && a === b && isNumeric(a) ? 'number' : undefined;
    },
    run: ([a, b], _types, tell) => divide(number(a), number(b), tell),
  },
  '%': {
    usage: 'a % b',
    summary: 'What is left of a when it is divided by b; empty when b is zero.',
    type: ([a, b]) => (plain(a) && plain(b) ? 'number' : undefined),
    run: ([a, b], _types, tell) => (divide(1, number(b), tell) === null ? null : number(a) % number(b)),
  },
  '&': {
    usage: 'a & b',
    summary: 'Two texts as one; what is empty is left out.',
    takesEmpty: true,
    type: () => 'text',
    run: (parts) => parts.map(text).join(''),
  },
  '=': comparison('=', (order) => order === 0),
  '!=': comparison('!=', (order) => order !== 0),
  '<': comparison('<', (order) => order < 0),
  '<=': comparison('<=', (order) => order <= 0),
  '>': comparison('>', (order) => order > 0),
  '>=': comparison('>=', (order) => order >= 0),
  and: junction('and(a, b, …)', 'Whether all are so.', false),
  or: junction('or(a, b, …)', 'Whether one is so.', true),
  not: {
    usage: 'not a',
    summary: 'Whether it is not so.',
    type: (types) => (types.length === 1 && is(types[0], 'boolean') ? 'boolean' : undefined),
    run: ([value]) => !value,
  },
  negative: numberFunction('-a', 'The number with the other sign.', (value) => -value),
  if: {
    usage: 'if(condition, then, else)',
    summary: 'One of two values; without a third part it is empty where the condition does not hold.',
    takesEmpty: true,
    type: ([condition, ...values]) =>
      is(condition, 'boolean') && values.length > 0 && values.length < 3 ? shared(values) : undefined,
    run: ([condition, then = null, otherwise = null]) => (condition === true ? then : otherwise),
  },
  coalesce: {
    usage: 'coalesce(a, b, …)',
    summary: 'The first that is not empty.',
    takesEmpty: true,
    type: (types) => (types.length > 0 ? shared(types) : undefined),
    run: (parts) => parts.find((part) => part !== null && part !== '') ?? null,
  },
  isEmpty: {
    usage: 'isEmpty(a)',
    summary: 'Whether there is no value.',
    takesEmpty: true,
    type: (types) => (types.length === 1 ? 'boolean' : undefined),
    run: ([value]) => value === null || value === '',
  },
  round: {
    usage: 'round(number, digits)',
    summary: 'The number with so many digits after the point; none unless told.',
    type: ([value, digits = 'number', ...more]) =>
      isNumeric(value) && plain(digits) && more.length === 0 ? value : undefined,
    run: ([value, digits = 0]) => rounded(number(value), number(digits)),
  },
  floor: numberFunction('floor(number)', 'The whole number below.', Math.floor),
  ceil: numberFunction('ceil(number)', 'The whole number above.', Math.ceil),
  abs: numberFunction('abs(number)', 'The number without its sign.', Math.abs),
  min: extreme('min(a, b, …)', 'The least of those that are not empty.', (values) => Math.min(...values)),
  max: extreme('max(a, b, …)', 'The greatest of those that are not empty.', (values) => Math.max(...values)),
  concat: {
    usage: 'concat(a, b, …)',
    summary: 'All as one text; what is empty is left out.',
    takesEmpty: true,
    type: (types) => (types.length > 0 ? 'text' : undefined),
    run: (parts) => parts.map(text).join(''),
  },
  upper: textFunction('upper(text)', 'The text in capitals.', (value) => value.toUpperCase()),
  lower: textFunction('lower(text)', 'The text in small letters.', (value) => value.toLowerCase()),
  trim: textFunction('trim(text)', 'The text without spaces around it.', (value) => value.trim()),
  length: {
    usage: 'length(text)',
    summary: 'The number of characters.',
    type: (types) => (types.length === 1 && is(types[0], 'text') ? 'number' : undefined),
    run: ([value]) => [...text(value)].length,
  },
  left: {
    usage: 'left(text, number)',
    summary: 'The first characters.',
    type: (types) => (types.length === 2 && is(types[0], 'text') && plain(types[1]) ? 'text' : undefined),
    run: ([value, count]) => [...text(value)].slice(0, Math.max(0, number(count))).join(''),
  },
  contains: {
    usage: 'contains(text, part)',
    summary: 'Whether the part stands in the text, in capitals or not.',
    type: (types) => (types.length === 2 && types.every((type) => is(type, 'text')) ? 'boolean' : undefined),
    run: ([value, part]) => text(value).toLowerCase().includes(text(part).toLowerCase()),
  },
  date: {
    usage: 'date(text)',
    summary: 'The date of a text such as "2026-05-01".',
    type: (types) => (types.length === 1 && (is(types[0], 'text') || isTime(types[0])) ? 'date' : undefined),
    run([value], _types, tell) {
      const given = text(value);
      return asTime(/^\d{4}-\d\d-\d\d/.test(given) ? timeOf(given) : Number.NaN, 'date', tell);
    },
  },
  dateDiff: {
    usage: 'dateDiff(from, to, "days")',
    summary: 'Whole minutes, hours, days, weeks, months or years from one to the other.',
    type: (types) =>
      types.length === 3 && isTime(types[0]) && isTime(types[1]) && is(types[2], 'text') ? 'number' : undefined,
    run: (parts, _types, tell) => dateDiff(parts, tell),
  },
  year: dateFunction('year(date)', 'The year.', (value) => value.getUTCFullYear()),
  month: dateFunction('month(date)', 'The month, 1 to 12.', (value) => value.getUTCMonth() + 1),
  day: dateFunction('day(date)', 'The day of the month.', (value) => value.getUTCDate()),
};
