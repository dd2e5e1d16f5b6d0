import { historyOf, type Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { beyondReach } from '#platform/database';
import type { Field, ObjectType } from '#platform/fields';
import { publicId, tryParseId } from '#platform/ids';
import { mergedInto } from '#platform/operations';
import { chainsAbove, currentValues, customFieldsOf, declaredFields } from '#platform/records';
import type { Resolve, Standing, Storied } from './rules/fold.ts';
import type { FieldChange } from './rules/own-values.ts';
import { type Merge, stepsAmong } from './store/merges.ts';

const mostChanges = 10_000;

/** How far the sources of values are trusted: what a person wrote by hand, what a program wrote, what a record came with. */
const trusted = { user: 3, key: 2, agent: 2, system: 1, asItCame: 2 } as const;

/** The fields whose values merging chooses: those that people write, whoever it is that merges. */
export async function mergedFields(context: Context, object: ObjectType): Promise<Field[]> {
  const custom = [...(await beyondReach(() => customFieldsOf(context, object))).values()];
  return [...(await declaredFields(context, object)), ...custom].filter(
    ({ readOnly, derived, computed }) => !readOnly && !derived && !computed,
  );
}

/** Records with what has become of each of their fields. */
export async function storiedRecords(
  context: Context,
  object: ObjectType,
  ids: readonly string[],
  lock: 'lock' | 'look' = 'look',
): Promise<Map<string, Storied>> {
  return beyondReach(async () => {
    const values = await currentValues(context, object, ids, lock);
    const histories = await Promise.all(
      [...values.keys()].map(async (id) => [id, await historyOf(context, context.sql, id, mostChanges)] as const),
    );
    const sets = histories.flatMap(([, entries]) => entries.map((entry) => entry.changeSetId));
    const steps = await stepsAmong(context.sql, [...new Set(sets)]);
    return new Map(
      histories.map(([id, entries]) => [
        id,
        { ...storiedOf(id, values.get(id) ?? {}), changes: byField(entries, steps) },
      ]),
    );
  });
}

function storiedOf(id: string, values: Values): Omit<Storied, 'changes'> {
  return { id, values, createdAt: new Date(String(values.createdAt)).getTime(), trust: trusted.asItCame };
}

type Entries = Awaited<ReturnType<typeof historyOf>>;

function byField(entries: Entries, steps: ReadonlyMap<string, ReadonlySet<string>>): Map<string, FieldChange[]> {
  const fields = new Map<string, FieldChange[]>();
  for (const { changeSetId, version, at, before, after, set } of entries.toReversed()) {
    const decided = steps.get(changeSetId);
    for (const name of Object.keys(before)) {
      const change = {
        version: Number(version),
        at: at.getTime(),
        before: before[name],
        after: after[name],
        isEdit: decided === undefined || decided.has(name),
        trust: trusted[(set?.actorType ?? 'system') as keyof typeof trusted] ?? trusted.system,
      };
      fields.set(name, [...(fields.get(name) ?? []), change]);
    }
  }
  return fields;
}

/** Merges that stand, with their members. */
export function standingOf(merges: readonly Merge[], storied: ReadonlyMap<string, Storied>): Standing[] {
  return merges.map(({ winnerVersion, memberIds, choices }) => ({
    version: winnerVersion,
    members: memberIds.map((id) => storied.get(id)).filter((one) => one !== undefined),
    choices,
  }));
}

/**
 * How references are read where records become one: one to a merged record means what that became, and none points at the record itself or
 * at something below it.
 */
export async function resolverFor(
  context: Context,
  object: ObjectType,
  fields: readonly Field[],
  records: readonly Storied[],
  becoming: { winnerId: string; memberIds: readonly string[] },
): Promise<Resolve> {
  const referring = fields.filter(({ type }) => type === 'reference' || type === 'references');
  const ids = new Set<string>();
  for (const { values, changes } of records)
    for (const field of referring)
      for (const value of [
        values[field.name],
        ...(changes.get(field.name) ?? []).flatMap((one) => [one.before, one.after]),
      ])
        for (const one of Array.isArray(value) ? value : [value]) if (one) ids.add(bare(field, String(one)));
  const winners = await beyondReach(() => mergedInto(context.sql, [...ids]));
  for (const id of becoming.memberIds) winners.set(id, becoming.winnerId);
  const above = await aboveOf(context, object, referring, [...ids]);
  return (field, value) => {
    if (typeof value !== 'string' || !referring.includes(field)) return value;
    const id = bare(field, value);
    const winner = winners.get(id) ?? id;
    if (field.to === object.name && leadsTo(above.get(field.name), winner, becoming))
      return field.type === 'references' ? undefined : null;
    return winner === id ? value : value === id ? winner : publicId(field.prefix ?? object.prefix, winner);
  };
}

function bare({ prefix }: Field, value: string): string {
  return prefix ? (tryParseId(prefix, value) ?? value) : value;
}

async function aboveOf(context: Context, object: ObjectType, referring: readonly Field[], ids: readonly string[]) {
  const own = referring.filter(({ to, custom }) => to === object.name && !custom);
  const found = await beyondReach(() =>
    Promise.all(own.map(async ({ name, column }) => [name, await chainsAbove(context, object, column, ids)] as const)),
  );
  return new Map(found);
}

function leadsTo(
  above: ReadonlyMap<string, string> | undefined,
  from: string,
  { winnerId, memberIds }: { winnerId: string; memberIds: readonly string[] },
): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = from; at && !seen.has(at); at = above?.get(at)) {
    if (at === winnerId || memberIds.includes(at)) return true;
    seen.add(at);
  }
  return false;
}
