import {
  dateReader,
  dateTimeReader,
  integerReader,
  moneyReader,
  type Normalised,
  normaliseCountry,
  normaliseUrl,
  normaliseYesNo,
} from '#domain/matching';
import { collapseSpace, foldWords, nearest, quoted } from '#platform/text';
import type { DateFormat } from './column-formats.ts';
import type { ImportField } from './import-field.ts';

/** Turns a cell into the value of its field, or says why it cannot. */
export type CellReader = (cell: string) => Normalised<unknown>;

export interface ColumnFormat {
  date: DateFormat;
  decimalMark: '.' | ',';
}

/** Makes the reader of a field of one value, but for names, e-mail, phone and references, which have their own. */
export function cellReader(field: ImportField, format: ColumnFormat): CellReader {
  switch (field.type) {
    case 'longText':
      return longTextReader(field.maxLength ?? 100_000);
    case 'integer':
      return inRange(field, integerOrMoney(format));
    case 'decimal':
      return inRange(field, decimalNumber(format));
    case 'number':
    case 'percent':
      return percentless(decimalNumber(format));
    case 'money':
      return amountReader(format);
    case 'multiChoice':
      return severalChoices(field);
    case 'address':
      return (cell) => ok({ street: collapseSpace(cell) });
    case 'date':
      return dateReader(format.date);
    case 'dateTime':
      return dateTimeReader(format.date);
    case 'boolean':
      return remembered(normaliseYesNo);
    case 'country':
      return remembered(normaliseCountry);
    case 'url':
      return normaliseUrl;
    case 'choice':
      return remembered(choiceReader(field));
    case 'tags':
      return tagsReader;
    case 'json':
      return jsonReader;
    default:
      return textReader(field.maxLength ?? 255);
  }
}

const mostRemembered = 20_000;
const longestRemembered = 100;

/** Columns of few different values are read once for each. Only short cells are kept, so that memory stays small. */
export function remembered<T>(read: (cell: string) => Normalised<T>): (cell: string) => Normalised<T> {
  const known = new Map<string, Normalised<T>>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    if (cell.length > longestRemembered) return read(cell);
    if (known.size >= mostRemembered) known.clear();
    const own = detached(cell);
    const found = read(own);
    known.set(own, found);
    return found;
  };
}

/** A copy that stands alone: a piece of a larger text would keep all of that text, 256 kB of the file, in memory. */
function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function ok<T>(value: T): Normalised<T> {
  return { value, problem: undefined };
}

function no(problem: string): { value: undefined; problem: string } {
  return { value: undefined, problem };
}

function textReader(maxLength: number): CellReader {
  return (cell) => {
    const text = collapseSpace(cell);
    return text.length <= maxLength ? ok(text) : no(`${quoted(text)} is longer than ${maxLength} characters.`);
  };
}

function longTextReader(maxLength: number): CellReader {
  return (cell) => {
    const text = cell.replace(/\r\n?/g, '\n').trim();
    return text.length <= maxLength ? ok(text) : no(`The text is longer than ${maxLength} characters.`);
  };
}

function integerOrMoney({ decimalMark }: ColumnFormat): (cell: string) => Normalised<number> {
  const readInteger = integerReader(decimalMark);
  const readMoney = moneyReader(decimalMark);
  return (cell) => {
    const plain = readInteger(cell);
    if (plain.problem === undefined) return plain;
    const money = readMoney(cell).value;
    return money ? readInteger(decimalMark === ',' ? money.amount.replace('.', ',') : money.amount) : plain;
  };
}

function decimalNumber({ decimalMark }: ColumnFormat): (cell: string) => Normalised<number> {
  const readMoney = moneyReader(decimalMark);
  return (cell) => {
    const found = readMoney(cell);
    return found.problem === undefined ? ok(Number(found.value.amount)) : found;
  };
}

function percentless(read: (cell: string) => Normalised<number>): CellReader {
  return (cell) => read(cell.replace(/\s*%\s*$/, ''));
}

function amountReader({ decimalMark }: ColumnFormat): CellReader {
  const readMoney = moneyReader(decimalMark);
  return (cell) => {
    const found = readMoney(cell);
    return found.problem === undefined ? ok(found.value.amount) : found;
  };
}

function severalChoices(field: ImportField): CellReader {
  const readOne = choiceReader(field);
  return (cell) => {
    const tags = tagsReader(cell);
    if (tags.problem !== undefined) return tags;
    const found = tags.value.map(readOne);
    return found.find((one) => one.problem !== undefined) ?? ok(found.map((one) => one.value));
  };
}

const largestDecimal = 1e12;

function inRange(field: ImportField, read: (cell: string) => Normalised<number>): CellReader {
  const { minimum = field.type === 'decimal' ? -largestDecimal : Number.MIN_SAFE_INTEGER } = field;
  const { maximum = field.type === 'decimal' ? largestDecimal : Number.MAX_SAFE_INTEGER } = field;
  return (cell) => {
    const found = read(cell);
    if (found.problem !== undefined) return found;
    if (found.value < minimum) return no(`${quoted(cell)} is less than ${minimum}.`);
    return found.value > maximum ? no(`${quoted(cell)} is more than ${maximum}.`) : found;
  };
}

function choiceReader(field: ImportField): CellReader {
  const choices = field.choices ?? [];
  if (choices.length === 0) return textReader(field.maxLength ?? 100);
  const called = Object.entries(field.labels ?? {}).map(([choice, label]) => [label, choice] as const);
  const written = [...called, ...choices.map((choice) => [choice, choice] as const)];
  const byWords = new Map(written.map(([words, choice]) => [foldWords(words).replaceAll(' ', ''), choice]));
  return (cell) => {
    const choice = byWords.get(foldWords(cell).replaceAll(' ', ''));
    if (choice !== undefined) return ok(choice);
    const near = nearest(cell, choices);
    const hint = near ? `Did you mean ${quoted(near)}?` : `It can be ${choices.slice(0, 10).join(', ')}.`;
    return no(`${quoted(cell)} is not a choice of ${quoted(field.label)}. ${hint}`);
  };
}

const mostTags = 100;
const longestTag = 100;

function tagsReader(cell: string): Normalised<string[]> {
  const tags = new Set(
    cell
      .split(/[,;|\n]/)
      .map(collapseSpace)
      .filter((tag) => tag !== ''),
  );
  if (tags.size === 0) return ok([]);
  if (tags.size > mostTags) return no(`These are more than ${mostTags} tags.`);
  const long = [...tags].find((tag) => tag.length > longestTag);
  return long ? no(`The tag ${quoted(long)} is longer than ${longestTag} characters.`) : ok([...tags]);
}

function jsonReader(cell: string): Normalised<unknown> {
  try {
    const value: unknown = JSON.parse(cell);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return ok(value);
    return no(`${quoted(cell)} is not a JSON object.`);
  } catch {
    return no(`${quoted(cell)} is not JSON.`);
  }
}
