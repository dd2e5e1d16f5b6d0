import type { RecordTable, TablePart } from '../linkage/record-table.ts';
import { type Blocks, groupsOf } from './candidates.ts';
import { hashOf } from './keys.ts';

const rarestWords = 6;
/** Words that are found together: all pairs of the rarest ones. */
const combinedWords = 7;
const largestFrequency = 200;
const mostForCombining = 100_000;

/** Blocks of records that share a rare word or code, or two words. */
export function* wordBlocks(table: RecordTable): Generator<Blocks> {
  for (const part of table.parts) {
    if (part.kind === 'codes') yield blocksOfNumbers(table.length, (record) => codeNumbers(part, record));
    if (!part.phrases) continue;
    const rarest = rarestOf(part);
    yield blocksOfNumbers(table.length, (record) =>
      rarest(record, rarestWords).filter((word) => (part.phrases?.frequency(word) ?? 0) <= largestFrequency),
    );
    if (table.length <= mostForCombining)
      yield blocksOfNumbers(table.length, (record) => combined(rarest(record, combinedWords)));
  }
}

function codeNumbers({ part }: TablePart, record: number): number[] {
  const value = part.valueOf(record);
  return value === '' ? [] : value.split(' ').map((code) => hashOf(code, 11));
}

function rarestOf({ part, phrases }: TablePart): (record: number, most: number) => number[] {
  if (!phrases) return () => [];
  const sorted = part.map((_, id) => {
    const words = [...phrases.words(id)].filter((word) => phrases.frequency(word) > 1);
    return words.sort((left, right) => phrases.frequency(left) - phrases.frequency(right)).slice(0, combinedWords);
  });
  return (record, most) => (sorted[part.idOf(record)] as number[]).slice(0, most);
}

function combined(words: readonly number[]): number[] {
  return words.flatMap((one, at) =>
    words
      .slice(at + 1)
      .map(
        (other) => Math.imul(Math.min(one, other) + 1, 0x9e3779b1) ^ Math.imul(Math.max(one, other) + 1, 0x85ebca6b),
      ),
  );
}

function blocksOfNumbers(length: number, numbersOf: (record: number) => readonly number[]): Blocks {
  const factor = 2 ** Math.ceil(Math.log2(Math.max(2, length)));
  const entries: number[] = [];
  for (let record = 0; record < length; record++)
    for (const number of numbersOf(record)) entries.push(((number >>> 0) % (2 ** 53 / factor)) * factor + record);
  return groupsOf(Float64Array.from(entries), factor);
}
