import { edits, gradeOfWords, mayBeWithin } from './alike.ts';
import type { Field } from './field.ts';
import type { Part } from './part.ts';

/** A field of one part: equal values are found by their number, others are graded from 1 up. */
function ofPart(
  name: string,
  part: Part,
  shape: Pick<Field, 'levels' | 'start' | 'mostDifferent'>,
  grade: Grade,
): Field {
  const top = shape.levels.length;
  return {
    name,
    ...shape,
    compare(left, right) {
      const a = part.idOf(left);
      const b = part.idOf(right);
      if (a === 0 || b === 0) return 0;
      if (a === b) return top;
      return grade(part.values[a] as string, part.values[b] as string, part.lettersOf(a), part.lettersOf(b));
    },
    share: (record) => part.shareOf(record),
  };
}

/** The level of two values that are not equal, by themselves and their letters. */
type Grade = (left: string, right: string, leftLetters: number, rightLetters: number) => number;

const fourLevels = {
  levels: ['different', 'remotely alike', 'alike', 'equal'],
  start: [0.12, 0.06, 0.12, 0.7],
  mostDifferent: 0.5,
};

/** Towns, streets and words of any kind. */
export function wordField(name: string, part: Part): Field {
  return ofPart(name, part, fourLevels, (left, right, ours, theirs) => gradeOfWords(left, right, ours, theirs) + 1);
}

/** A few values again and again, where a slip of the pen is no likeness: sex, state, country. */
export function categoryField(name: string, part: Part): Field {
  return ofPart(name, part, { levels: ['different', 'equal'], start: [0.15, 0.85], mostDifferent: 0.4 }, () => 1);
}

/** Dates as eight digits: year, month, day. */
export function dateField(name: string, part: Part): Field {
  return ofPart(name, part, { ...fourLevels, mostDifferent: 0.35 }, gradeOfDates);
}

function gradeOfDates(left: string, right: string): number {
  if (left.length !== 8 || right.length !== 8) return 4 - Math.min(3, edits(left, right, 2));
  let [apart, first, last] = [0, -1, -1];
  for (let at = 0; at < 8; at++) {
    if (left.charCodeAt(at) === right.charCodeAt(at)) continue;
    if (apart++ === 0) first = at;
    last = at;
  }
  if (apart === 1 || (apart === 2 && last === first + 1 && areSwapped(left, right, first, last))) return 3;
  const sameYear = first >= 4;
  if (sameYear && left.slice(4, 6) === right.slice(6, 8) && left.slice(6, 8) === right.slice(4, 6)) return 3;
  // Two digits, or one of year, month and day.
  const oneOfThree = last < 4 || (sameYear && (last < 6 || first >= 6));
  return apart === 2 || oneOfThree ? 2 : 1;
}

function areSwapped(left: string, right: string, one: number, other: number): boolean {
  return left[one] === right[other] && left[other] === right[one];
}

/** Phone numbers as digits: a country code on one side only is no difference. */
export function phoneField(name: string, part: Part): Field {
  return ofPart(
    name,
    part,
    { levels: ['different', 'alike', 'equal'], start: [0.25, 0.1, 0.65], mostDifferent: 0.45 },
    (left, right, ours, theirs) => {
      const [short, long] = left.length <= right.length ? [left, right] : [right, left];
      if (short.length >= 7 && long.endsWith(short)) return 3;
      return mayBeWithin(1, ours, theirs) && edits(left, right, 1) === 1 ? 2 : 1;
    },
  );
}

/** Numbers and codes of things: `KDL-46` and `KDL 46B`. */
export function codeField(name: string, part: Part): Field {
  return ofPart(
    name,
    part,
    { levels: ['different', 'alike', 'equal'], start: [0.15, 0.1, 0.75], mostDifferent: 0.4 },
    (left, right) => {
      const [short, long] = left.length <= right.length ? [left, right] : [right, left];
      return short.length >= 4 && (long.startsWith(short) || edits(left, right, 1) === 1) ? 2 : 1;
    },
  );
}

/** Prices, sizes and other quantities, in their plain form. */
export function numberField(name: string, part: Part): Field {
  const levels = ['different', 'of one size', 'close', 'equal'];
  return ofPart(name, part, { levels, start: [0.2, 0.2, 0.15, 0.45], mostDifferent: 0.5 }, (left, right) => {
    const [a, b] = [Number(left), Number(right)];
    const apart = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    return apart <= 0.02 ? 3 : apart <= 0.2 ? 2 : 1;
  });
}
