import { plainWords } from './words.ts';

const cacheEntries = 10_000;

type Wildcard<T> = { body: string; value: T };
type Found<T> = { length: number; value: T | undefined };

/**
 * A function that finds the value whose phrase stands in a text as whole words, whatever the case and accents.
 * `*` at the start or end of a phrase lets a word continue there (`*leiter` finds `Vertriebsleiter`).
 * The longest phrase found decides, the first of equals.
 */
export function phraseFinder<T>(
  entries: Iterable<readonly [phrase: string, value: T]>,
): (text: string) => T | undefined {
  const exact = new Map<string, T>();
  const wildcards: Wildcard<T>[] = [];
  let mostWords = 1;
  for (const [phrase, value] of entries) {
    const words = plainWords(phrase);
    if (words === '') continue;
    if (phrase.startsWith('*') || phrase.endsWith('*')) {
      wildcards.push({ body: `${phrase.startsWith('*') ? '' : ' '}${words}${phrase.endsWith('*') ? '' : ' '}`, value });
    } else if (!exact.has(words)) {
      exact.set(words, value);
      mostWords = Math.max(mostWords, words.split(' ').length);
    }
  }
  return cached((text) => {
    const plain = plainWords(text);
    return longestWildcard(` ${plain} `, wildcards, longestExact(plain.split(' '), exact, mostWords)).value;
  });
}

function longestExact<T>(words: readonly string[], exact: ReadonlyMap<string, T>, mostWords: number): Found<T> {
  let found: Found<T> = { length: 0, value: undefined };
  for (let start = 0; start < words.length; start += 1) {
    let phrase = '';
    for (let end = start; end < words.length && end < start + mostWords; end += 1) {
      phrase = end === start ? (words[end] ?? '') : `${phrase} ${words[end]}`;
      const value = phrase.length > found.length ? exact.get(phrase) : undefined;
      if (value !== undefined) found = { length: phrase.length, value };
    }
  }
  return found;
}

function longestWildcard<T>(padded: string, wildcards: readonly Wildcard<T>[], best: Found<T>): Found<T> {
  let found = best;
  for (const { body, value } of wildcards) {
    const length = body.trim().length;
    if (length > found.length && padded.includes(body)) found = { length, value };
  }
  return found;
}

/** Industries and titles repeat; a text is looked at once. Bounded, since texts come from outside. */
function cached<T>(find: (text: string) => T | undefined): (text: string) => T | undefined {
  const known = new Map<string, T | undefined>();
  return (text) => {
    const value = known.get(text);
    if (value !== undefined || known.has(text)) return value;
    if (known.size >= cacheEntries) known.clear();
    const found = find(text);
    known.set(text, found);
    return found;
  };
}
