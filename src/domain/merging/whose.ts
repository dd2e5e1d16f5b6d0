import { normaliseEmail, normalisePhone } from '#domain/matching';
import { communication } from '#domain/records/communications';
import { contact } from '#domain/records/contacts';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import type { Field, ObjectType } from '#platform/fields';
import { publicId } from '#platform/ids';
import { updateRecords } from '#platform/records';
import { listed } from './rules/own-values.ts';
import { ownersOf, type Question } from './rules/questions.ts';
import { lettersSince } from './store/letters.ts';
import type { Merge } from './store/merges.ts';
import { wayOf } from './store/records.ts';

/** The form in which addresses and numbers are compared; undefined for one that is nobody's own, such as info@. */
export function wayKey(text: unknown): string | undefined {
  const email = normaliseEmail(String(text)).value;
  if (email) return email.role ? undefined : email.key;
  return normalisePhone(String(text)).value?.value;
}

/** The addresses and numbers by which a person is reached. */
export function waysIn(fields: readonly Field[], values: Values): Set<string> {
  const names = fields.filter(({ further }) => further).flatMap(({ name, further = '' }) => [name, further]);
  return new Set(
    names
      .flatMap((name) => listed(values[name]))
      .map(wayKey)
      .filter((key) => key !== undefined),
  );
}

/** Letters that came since contacts were merged and whose addresses are those of a member, by the contact to whom they belong. */
export interface Letters {
  of: ReadonlyMap<string, readonly string[]>;
  questions: Question[];
}

/** Says whose the letters are that came while contacts were one. What is not told by its addresses stays with the winner. */
export async function lettersOf(
  context: Context,
  object: ObjectType,
  merge: Merge,
  ways: ReadonlyMap<string, Set<string>>,
  answers: ReadonlyMap<string, string>,
): Promise<Letters> {
  const of = new Map<string, string[]>();
  const questions: Question[] = [];
  if (object.name !== contact.name) return { of, questions };
  for (const { id, addresses } of await lettersSince(
    context.sql,
    await wayOf(context.sql, merge.winnerId),
    merge.mergedAt,
  )) {
    const keys = new Set(addresses.map(wayKey).filter((key) => key !== undefined));
    const owners = ownersOf(keys, ways);
    if (owners.includes(merge.winnerId) || owners.length === 0) continue;
    const key = publicId(communication.prefix, id);
    const owner = owners.length === 1 ? owners[0] : answers.get(key);
    if (owner) of.set(owner, [...(of.get(owner) ?? []), id]);
    else
      questions.push({
        key,
        question: 'Its addresses are those of several of them. With whom was it?',
        options: [merge.winnerId, ...owners],
      });
  }
  return { of, questions };
}

/** Gives letters to the contacts to whom they belong. */
export async function giveLetters(context: Context, { of }: Letters): Promise<void> {
  const updates = [...of].flatMap(([contactId, ids]) => ids.map((id) => ({ id, set: { contactId } })));
  await updateRecords(context, communication, updates, { moving: true, skipMissing: true });
}
