import { z } from 'zod';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { withinReach } from '#platform/database';
import { Problem } from '#platform/errors';
import type { Field, ObjectType } from '#platform/fields';
import { publicId } from '#platform/ids';
import { mayReadFields, namesOf, presentValue } from '#platform/records';
import { foldedRecord } from './recompute.ts';
import type { Storied } from './rules/fold.ts';
import { listed } from './rules/own-values.ts';
import type { Question } from './rules/questions.ts';
import type { Merge } from './store/merges.ts';
import { storiedRecords } from './storied.ts';
import { wayKey, waysIn } from './whose.ts';

/** Answers to questions: the id of a record, as a UUID, by the key of the question. */
export type Answers = ReadonlyMap<string, string>;

/** What records get by answers, by the id of the record. */
export type Decided = ReadonlyMap<string, Values>;

export interface Edited {
  /** What goes to members. */
  decided: Decided;
  questions: Question[];
  /** The winner without the edits that somebody has said are a member's. */
  before(winner: Storied): Storied;
  given: ReadonlySet<string>;
}

/** A value that a member brought and that was edited since: was that value corrected, or another put in its place? */
export async function editsOfBrought(
  context: Context,
  object: ObjectType,
  { id, winnerId, memberIds, winnerVersion }: Merge,
  fields: readonly Field[],
  answers: Answers,
): Promise<Edited> {
  const untilThen = (winner: Storied) => withoutEdits(winner, () => true, winnerVersion);
  const then = await foldedRecord(context, object, winnerId, { until: id, before: untilThen });
  const now = (await storiedRecords(context, object, [winnerId])).get(winnerId);
  const decided = new Map<string, Values>();
  const questions: Question[] = [];
  const given = new Set<string>();
  for (const field of fields) {
    const brought = then?.results.get(field.name);
    const isEdited = now?.changes.get(field.name)?.some(({ isEdit, version }) => isEdit && version >= winnerVersion);
    if (!isEdited || !brought?.from || !memberIds.includes(brought.from) || brought.value === null) continue;
    const value = now?.values[field.name];
    const answer = answers.get(field.name);
    if (answer === brought.from) {
      given.add(field.name);
      decided.set(answer, { ...decided.get(answer), [field.name]: value });
    } else if (answer === undefined)
      questions.push({
        key: field.name,
        question: `${field.label} came from a merged record and was edited since. Whose is the value now?`,
        field: field.name,
        value: presentValue(field, value),
        options: [winnerId, brought.from],
      });
  }
  const before = (winner: Storied) => withoutEdits(winner, (name) => given.has(name), winnerVersion);
  return { decided, questions, before, given };
}

function withoutEdits(winner: Storied, isMeant: (name: string) => boolean, since: number): Storied {
  const changes = [...winner.changes].map(([name, all]) => {
    const left = isMeant(name) ? all.filter(({ isEdit, version }) => !isEdit || version < since) : all;
    // What a value was before anybody changed it is told by the first change, whoever made it.
    const first = all[0];
    const kept = left[0] === first || !first ? left : [{ ...first, isEdit: false }, ...left];
    return [name, kept] as const;
  });
  return { ...winner, changes: new Map(changes) };
}

/** An address that is one person's, and that somebody has given to the winner by hand while a member had it: only one can keep it. */
export function sharedWays(
  fields: readonly Field[],
  { winnerId }: Merge,
  winner: Values,
  members: ReadonlyMap<string, Values>,
  answers: Answers,
): { decided: Decided; questions: Question[] } {
  const decided = new Map<string, Values>();
  const questions: Question[] = [];
  for (const field of fields) {
    if (field.identity !== 'strong' || !field.further) continue;
    const held = waysIn([field], winner);
    for (const [memberId, values] of members) {
      for (const value of [...listed(values[field.name]), ...listed(values[field.further])]) {
        const way = wayKey(value);
        if (way === undefined || !held.has(way)) continue;
        const key = `${field.name} ${value}`;
        const answer = answers.get(key);
        const loser = answer === memberId ? winnerId : memberId;
        if (answer === winnerId || answer === memberId) {
          const before = { ...(loser === winnerId ? winner : values), ...decided.get(loser) };
          decided.set(loser, { ...decided.get(loser), ...withoutWay(field, before, way) });
        } else {
          const question = `The winner has this ${field.label.toLowerCase()} by an edit since. Who keeps it?`;
          questions.push({ key, question, field: field.name, value, options: [winnerId, memberId] });
        }
      }
    }
  }
  return { decided, questions };
}

/** The ways of a record without one; the next one becomes the first. */
function withoutWay({ name, further = '' }: Field, values: Values, way: string): Values {
  const left = [...listed(values[name]), ...listed(values[further])].filter((one) => wayKey(one) !== way);
  return { [name]: left[0] ?? null, [further]: left.slice(1) };
}

export const questionsAnswer = z.array(
  z.object({
    key: z
      .string()
      .meta({ description: 'Under this name merges.undo takes the answer: the id of one of the options.' }),
    question: z.string(),
    field: z.string().optional(),
    value: z.unknown().optional(),
    options: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
);

/** Questions as the API shows them. Errors: `not_allowed` when they are about fields that the actor may not read. */
export async function presentQuestions(context: Context, object: ObjectType, questions: readonly Question[]) {
  const asked = questions.flatMap(({ field }) => field ?? []);
  if (!(await withinReach(() => mayReadFields(context, object, asked))))
    throw new Problem('not_allowed', {
      detail:
        'It has to be said to whom values belong that you may not read. Ask an administrator to take the merge back.',
    });
  const names = await namesOf(context, object, [...new Set(questions.flatMap(({ options }) => options))]);
  return questions.map(({ options, ...one }) => ({
    ...one,
    options: options.map((id) => ({ id: publicId(object.prefix, id), name: names.get(id) ?? '' })),
  }));
}

/** Throws `decision_needed` when there are questions. */
export async function refuseUndecided(
  context: Context,
  object: ObjectType,
  questions: readonly Question[],
): Promise<void> {
  if (questions.length === 0) return;
  throw new Problem('decision_needed', {
    detail: `It cannot be told to whom ${questions.length === 1 ? 'something belongs' : `${questions.length} things belong`}. Repeat the call of merges.undo with an answer to each question: the id of one of its records under its key.`,
    members: { questions: await presentQuestions(context, object, questions) },
  });
}
