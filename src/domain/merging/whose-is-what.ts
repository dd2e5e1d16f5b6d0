import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import type { ObjectType } from '#platform/fields';
import { currentValues } from '#platform/records';
import { type Answers, type Decided, editsOfBrought, sharedWays } from './decisions.ts';
import { foldedRecord } from './recompute.ts';
import type { Question } from './rules/questions.ts';
import type { Merge } from './store/merges.ts';
import { mergedFields } from './storied.ts';
import { type Letters, lettersOf, waysIn } from './whose.ts';

/** What goes where when a merge is taken back, as far as it is known. */
export interface Belongings {
  decided: Decided;
  letters: Letters;
  questions: Question[];
}

/** Says to whom belongs what came while records were one, by the answers that there are; what cannot be told is asked. */
export async function whoseIsWhat(
  context: Context,
  object: ObjectType,
  merge: Merge,
  answers: Answers,
): Promise<Belongings> {
  const { id, winnerId, memberIds } = merge;
  const fields = await mergedFields(context, object);
  const edited = await editsOfBrought(context, object, merge, fields, answers);
  const members = await currentValues(context, object, memberIds);
  const without = await foldedRecord(context, object, winnerId, { leaving: id, before: edited.before });
  const winner: Values = Object.fromEntries([...(without?.results ?? [])].map(([name, { value }]) => [name, value]));
  const shared = sharedWays(fields, merge, winner, members, answers);
  const ways = new Map([
    [winnerId, waysIn(fields, winner)],
    ...[...members].map(([memberId, values]) => [memberId, waysIn(fields, values)] as const),
  ]);
  const letters = await lettersOf(context, object, merge, ways, answers);
  const given = Object.entries(winner).filter(([name]) => edited.given.has(name));
  return {
    decided: together(new Map([[winnerId, Object.fromEntries(given)]]), edited.decided, shared.decided),
    letters,
    questions: [...edited.questions, ...shared.questions, ...letters.questions],
  };
}

function together(...all: readonly Decided[]): Decided {
  const decided = new Map<string, Values>();
  for (const one of all) for (const [id, set] of one) decided.set(id, { ...decided.get(id), ...set });
  return decided;
}
