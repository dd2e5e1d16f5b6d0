import { edits, jaroWinkler, lettersIn, mayBeWithin, mostAlike } from './alike.ts';
import type { Field } from './field.ts';
import type { Part } from './part.ts';

/** What a list of words is worth: rare words much, frequent ones little. */
export interface Phrases {
  /** Numbers of the words of a value, ascending, each once. */
  words(value: number): Uint32Array;
  /** How much a word says. */
  weight(word: number): number;
  /** In how many values a word stands. */
  frequency(word: number): number;
  word(word: number): string;
}

const mostWords = 60;

/** Cuts the values of a part into words and weighs the words by how rare they are. */
export function phrasesOf(part: Part): Phrases {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  const frequencies: number[] = [];
  const lists = part.map((value, id) => {
    const own = new Set<number>();
    for (const text of value === '' ? [] : value.split(' ', mostWords)) {
      let number = numbers.get(text);
      if (number === undefined) {
        number = texts.length;
        numbers.set(text, number);
        texts.push(text);
        frequencies.push(0);
      }
      if (own.has(number)) continue;
      own.add(number);
      frequencies[number] = (frequencies[number] as number) + (part.counts[id] as number);
    }
    return Uint32Array.from(own).sort();
  });
  const all = Math.max(2, part.filled + 1);
  const weights = Float32Array.from(frequencies, (count) => Math.log(all / count));
  return {
    words: (value) => lists[value] as Uint32Array,
    weight: (word) => weights[word] as number,
    frequency: (word) => frequencies[word] as number,
    word: (word) => texts[word] as string,
  };
}

const levels = ['different', 'little in common', 'something in common', 'much in common', 'nearly the same', 'equal'];
const bounds = [0.15, 0.35, 0.55, 0.78];

/** Names of companies, titles of products, descriptions: by the words that they share, rare words first. */
export function phraseField(name: string, part: Part, phrases: Phrases): Field {
  const joined = part.map((value) => (value.length > longestJoined ? '' : value.replaceAll(' ', '')));
  const letters = Int32Array.from(joined, lettersIn);
  const initials = part.map((value) => initialsOf(value));
  /** Two short texts that differ by a slip or by spaces only, or one of which is the initials of the other. */
  const isSlip = (a: number, b: number): boolean => {
    const [left, right] = [joined[a] as string, joined[b] as string];
    if (left === '' || right === '') return false;
    if (left === right || initials[a] === right || initials[b] === left) return true;
    const [ours, theirs] = [letters[a] as number, letters[b] as number];
    if (mayBeWithin(1, ours, theirs) && Math.min(left.length, right.length) >= 6 && edits(left, right, 1) === 1)
      return true;
    return (
      mostAlike(left.length, right.length, ours, theirs, left[0] === right[0]) >= 0.95 &&
      jaroWinkler(left, right) >= 0.95
    );
  };
  return {
    name,
    levels,
    start: [0.06, 0.1, 0.16, 0.2, 0.2, 0.28],
    mostDifferent: 0.35,
    compare(left, right) {
      const a = part.idOf(left);
      const b = part.idOf(right);
      if (a === 0 || b === 0) return 0;
      if (a === b) return 6;
      const alike = phraseLikeness(phrases, a, b);
      if (alike < 0.78 && isSlip(a, b)) return 5;
      let level = 1;
      for (const bound of bounds) if (alike >= bound) level++;
      return level;
    },
    share: (record) => part.shareOf(record),
  };
}

const longestJoined = 60;

/** The first letters of three words or more; a mark that no text is where there are fewer. */
function initialsOf(value: string): string {
  const words = value.split(' ');
  return words.length < 3 || words.length > 8 ? '\n' : words.map((word) => word.charAt(0)).join('');
}

/** The weight of what two lists of words share, against the weight of both, 0 to 1; words that are alike count for a part. */
function phraseLikeness(phrases: Phrases, a: number, b: number): number {
  const [left, right] = [phrases.words(a), phrases.words(b)];
  let [shared, ofLeft, ofRight] = [0, 0, 0];
  const [restLeft, restRight]: [number[], number[]] = [[], []];
  for (let i = 0, j = 0; i < left.length || j < right.length; ) {
    const [x, y] = [left[i] ?? Number.POSITIVE_INFINITY, right[j] ?? Number.POSITIVE_INFINITY];
    if (x === y) {
      shared += phrases.weight(x);
      ofLeft += phrases.weight(x);
      ofRight += phrases.weight(x);
      i++;
      j++;
    } else if (x < y) {
      ofLeft += phrases.weight(x);
      restLeft.push(x);
      i++;
    } else {
      ofRight += phrases.weight(y);
      restRight.push(y);
      j++;
    }
  }
  if (ofLeft === 0 || ofRight === 0) return 0;
  const most = Math.sqrt(ofLeft * ofRight);
  if (shared > 0.05 * most || left.length <= 3 || right.length <= 3) shared += alikeWords(phrases, restLeft, restRight);
  return Math.min(1, shared / most);
}

const mostCompared = 8;

/** What misspelt words add: each of the one list finds at most one of the other. */
function alikeWords(phrases: Phrases, left: readonly number[], right: readonly number[]): number {
  if (left.length === 0 || right.length === 0 || left.length > mostCompared || right.length > mostCompared) return 0;
  let found = 0;
  const taken = new Set<number>();
  for (const x of left) {
    const word = phrases.word(x);
    if (word.length < 3) continue;
    const match = right.find((y) => !taken.has(y) && areAlike(word, phrases.word(y)));
    if (match === undefined) continue;
    taken.add(match);
    found += 0.8 * Math.min(phrases.weight(x), phrases.weight(match));
  }
  return found;
}

const hasDigit = /\d/;

function areAlike(left: string, right: string): boolean {
  // In numbers and codes every sign counts.
  if (hasDigit.test(left) || hasDigit.test(right)) return false;
  if (Math.min(left.length, right.length) >= 5 && edits(left, right, 1) === 1) return true;
  return jaroWinkler(left, right) >= 0.93;
}
