import { foldWords } from '#platform/text';
import { isNaming, kindOfHeader } from './header-kinds.ts';

/** A file's header and its first rows. */
export interface Head {
  columns: readonly string[];
  sample: readonly (readonly string[])[];
}

const leastInCommon = 0.05;

/** For each column of one file the one of another that holds the same, whatever it is called: by its header, by its kind, or by the words in it. */
export function alignColumns(one: Head, other: Head): (number | undefined)[] {
  const likeness = one.columns.flatMap((header, at) =>
    other.columns.map((otherHeader, otherAt) => ({
      at,
      otherAt,
      likeness: headersAlike(header, otherHeader) || wordsInCommon(vocabulary(one, at), vocabulary(other, otherAt)),
    })),
  );
  const found: (number | undefined)[] = one.columns.map(() => undefined);
  const taken = new Set<number>();
  for (const { at, otherAt, likeness: alike } of likeness.sort((left, right) => right.likeness - left.likeness)) {
    if (alike < leastInCommon || found[at] !== undefined || taken.has(otherAt)) continue;
    found[at] = otherAt;
    taken.add(otherAt);
  }
  return found;
}

/** 3 for the same words, 2.5 for two that name the thing, 2 for the same kind; 0 says nothing. */
function headersAlike(left: string, right: string): number {
  if (foldWords(left) === foldWords(right)) return 3;
  if (isNaming(left) && isNaming(right)) return 2.5;
  const kind = kindOfHeader(left);
  return kind !== undefined && kind !== 'ignored' && kind === kindOfHeader(right) ? 2 : 0;
}

const mostWords = 20_000;

function vocabulary({ sample }: Head, at: number): ReadonlySet<string> {
  const words = new Set<string>();
  for (const row of sample) {
    for (const word of foldWords((row[at] ?? '').slice(0, 300)).split(' ')) if (word !== '') words.add(word);
    if (words.size > mostWords) break;
  }
  return words;
}

function wordsInCommon(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const word of left) if (right.has(word)) common++;
  return common / (left.size + right.size - common);
}
