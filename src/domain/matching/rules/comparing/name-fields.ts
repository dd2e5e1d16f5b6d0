import { gradeOfWords } from './alike.ts';
import type { Field } from './field.ts';
import { areNicknames } from './nicknames.ts';
import type { Part } from './part.ts';

const levels = ['different', 'remotely alike', 'alike', 'equal'];

/** First and last names are compared together, since people write them the wrong way round: whichever way fits better counts. */
export function nameFields(names: { first: string; last: string }, first: Part, last: Part): [Field, Field] {
  let [atLeft, atRight, ofFirst, ofLast] = [-1, -1, 0, 0];
  const align = (left: number, right: number): void => {
    if (left === atLeft && right === atRight) return;
    [atLeft, atRight] = [left, right];
    const [f, l, g, m] = [first.idOf(left), last.idOf(left), first.idOf(right), last.idOf(right)];
    ofFirst = levelOf(first, f, first, g, true);
    ofLast = levelOf(last, l, last, m, false);
    // Nothing can fit better than two names that are alike, or than one where there is no other.
    if ((ofFirst >= 3 && (ofLast >= 3 || ofLast === 0)) || (ofLast >= 3 && ofFirst === 0)) return;
    const [crossed, back] = [levelOf(first, f, last, m, true), levelOf(last, l, first, g, true)];
    if (worth(crossed) + worth(back) <= worth(ofFirst) + worth(ofLast)) return;
    // In a pair that was swapped no name is known to be right, so it counts as alike at most.
    [ofFirst, ofLast] = [Math.min(crossed, 3), Math.min(back, 3)];
  };
  const field = (name: string, part: Part, level: () => number, start: number[]): Field => ({
    name,
    levels,
    start,
    mostDifferent: 0.2,
    compare(left, right) {
      align(left, right);
      return level();
    },
    share: (record) => part.shareOf(record),
  });
  return [
    field(names.first, first, () => ofFirst, [0.1, 0.08, 0.17, 0.65]),
    field(names.last, last, () => ofLast, [0.1, 0.06, 0.14, 0.7]),
  ];
}

const worth = (level: number): number => [0, -2, 0, 2, 3][level] as number;

function levelOf(leftPart: Part, left: number, rightPart: Part, right: number, given: boolean): number {
  if (left === 0 || right === 0) return 0;
  if (leftPart === rightPart && left === right) return 4;
  const [one, other] = [leftPart.values[left] as string, rightPart.values[right] as string];
  return 1 + gradeOfNames(one, other, given, leftPart.lettersOf(left), rightPart.lettersOf(right));
}

/** How alike two folded names are: 3 the same, 2 a slip, a short form or an initial, 1 remotely, 0 not at all. */
function gradeOfNames(left: string, right: string, given: boolean, ours: number, theirs: number): 0 | 1 | 2 | 3 {
  const grade = gradeOfWords(left, right, ours, theirs);
  if (grade >= 2) return grade;
  if (given && areNicknames(left, right)) return 2;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length === 1) return long.startsWith(short) ? 1 : grade;
  if (long.includes(' ') && long.split(' ').some((word) => word === short || (given && areNicknames(word, short))))
    return 2;
  if (short.includes(' ') && sortedWords(short) === sortedWords(long)) return 2;
  return given && short.length >= 3 && long.startsWith(short) ? 1 : grade;
}

function sortedWords(text: string): string {
  return text.split(' ').sort().join(' ');
}
