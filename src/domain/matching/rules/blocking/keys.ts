import { fullGivenName } from '../comparing/nicknames.ts';
import type { Part } from '../comparing/part.ts';
import { phoneticCode } from '../comparing/phonetic.ts';
import type { RecordTable, TablePart } from '../linkage/record-table.ts';

/** Something by which records are found that may be the same: equal keys, equal numbers; 0 is no key. */
export interface Key {
  /** Keys made of one and the same part say the same and are not combined. */
  of: string;
  numbers: Uint32Array;
  /** How likely two records have it in common by chance. */
  chance: number;
}

/** Mixes the letters of a text into 32 bits, never 0. */
export function hashOf(text: string, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0 || 1;
}

/** All keys of a table: what can be found by one of them alone, or by two together. */
export function keysOf(table: RecordTable): Key[] {
  const keys = table.parts.flatMap(({ name, kind, part }) =>
    formsOf(kind).map((form, at): Key => keyOf(name, part, (value) => form(value), at)),
  );
  const first = table.parts.find(({ kind }) => kind === 'firstName');
  const last = table.parts.find(({ kind }) => kind === 'lastName');
  if (first && last) keys.push(wholeNameKey(table.length, first, last));
  return keys.filter(({ chance }) => chance > 0);
}

/** What is taken of a value to find others like it, the strictest first. Empty is nothing. */
function formsOf(kind: TablePart['kind']): ((value: string) => string)[] {
  switch (kind) {
    case 'firstName':
      return [(name) => phoneticCode(fullGivenName(name.split(' ', 1)[0] as string)), (name) => name.slice(0, 2)];
    case 'lastName':
      return [(name) => phoneticCode(name.replaceAll(' ', '')), (name) => name.slice(0, 3)];
    case 'email':
      return [(email) => email, (email) => email.split('@', 1)[0]?.replace(/[+].*$|\./g, '') ?? ''];
    case 'phone':
      return [(digits) => digits.slice(-8)];
    case 'date':
      return [(date) => date, (date) => date.slice(0, 6), (date) => date.slice(4), (date) => date.slice(0, 4)];
    case 'category':
    case 'country':
      return [];
    case 'number':
    case 'domain':
    case 'postcode':
    case 'code':
      return [(value) => value];
    case 'codes':
      return [];
    case 'phrase':
    case 'company':
      return [(value) => value.replaceAll(' ', '').slice(0, 6)];
    default:
      return [(value) => value.replaceAll(' ', ''), (value) => value.replaceAll(' ', '').slice(0, 4)];
  }
}

function keyOf(name: string, part: Part, form: (value: string) => string, at: number): Key {
  const ofValue = Uint32Array.from(part.values, (value) => {
    const text = value === '' ? '' : form(value);
    return text === '' ? 0 : hashOf(text, at + 1);
  });
  const numbers = new Uint32Array(part.length);
  for (let record = 0; record < numbers.length; record++) numbers[record] = ofValue[part.idOf(record)] as number;
  const counts = new Map<number, number>();
  for (const [id, number] of ofValue.entries())
    if (number !== 0) counts.set(number, (counts.get(number) ?? 0) + (part.counts[id] as number));
  return { of: name, numbers, chance: chanceOf(counts.values(), part.length) };
}

/** The sounds of first and last name in either order. */
function wholeNameKey(length: number, first: TablePart, last: TablePart): Key {
  const sound = (value: string) => (value === '' ? 0 : hashOf(phoneticCode(value.replaceAll(' ', '')), 7));
  const firstSounds = first.part.map((value) => sound(fullGivenName(value)));
  const lastSounds = last.part.map(sound);
  const numbers = new Uint32Array(length);
  const counts = new Map<number, number>();
  for (let record = 0; record < length; record++) {
    const [a, b] = [firstSounds[first.part.idOf(record)] as number, lastSounds[last.part.idOf(record)] as number];
    if (a === 0 || b === 0) continue;
    const number = (Math.min(a, b) ^ Math.imul(Math.max(a, b), 0x9e3779b1)) >>> 0 || 1;
    numbers[record] = number;
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return { of: 'whole name', numbers, chance: chanceOf(counts.values(), length) };
}

/** How likely two of all records share a value that so many have each. */
function chanceOf(counts: Iterable<number>, all: number): number {
  let pairs = 0;
  for (const count of counts) pairs += (count * (count - 1)) / 2;
  return pairs / Math.max(1, (all * (all - 1)) / 2);
}
