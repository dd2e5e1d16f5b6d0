import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { beyondReach } from '#platform/database';
import type { Field, ObjectType } from '#platform/fields';
import { missing } from '#platform/operations';
import { currentValues, sameValue, writableOf } from '#platform/records';
import { foldedValues, type Result, type Storied } from './rules/fold.ts';
import { listed } from './rules/own-values.ts';
import type { Choices } from './rules/survivors.ts';
import { standingMerges } from './store/merges.ts';
import { versionOf } from './store/records.ts';
import { mergedFields, resolverFor, standingOf, storiedRecords } from './storied.ts';

/** Records that are to become one. */
export interface Becoming {
  winnerId: string;
  memberIds: readonly string[];
  choices: Choices;
}

/** What records become, and of what. */
export interface Outcome {
  fields: readonly Field[];
  winner: Storied;
  members: readonly Storied[];
  /** The version of the winner. */
  version: number;
  results: ReadonlyMap<string, Result>;
}

/** Throws unless all of these records are there, and the actor may write them; in a write they stay locked until it ends. */
export async function refuseUnwritable(
  context: Context,
  object: ObjectType,
  ids: readonly string[],
  lock: 'lock' | 'look',
) {
  if (lock === 'lock') {
    const writable = await writableOf(context, object, ids);
    for (const id of ids) if (!writable.has(id)) throw missing(object, id);
  }
  const values = await currentValues(context, object, ids, lock);
  for (const id of ids) if (!values.get(id) || values.get(id)?.deletedAt) throw missing(object, id);
}

/** What records would become. */
export async function outcomeOf(context: Context, object: ObjectType, becoming: Becoming): Promise<Outcome> {
  const { winnerId, memberIds, choices } = becoming;
  const before = await beyondReach(() => standingMerges(context.sql, winnerId));
  const earlier = before.flatMap((merge) => merge.memberIds);
  const storied = await storiedRecords(context, object, [winnerId, ...memberIds, ...earlier]);
  const winner = storied.get(winnerId);
  if (!winner) throw missing(object, winnerId);
  const members = memberIds.map((id) => storied.get(id)).filter((one) => one !== undefined);
  const version = await beyondReach(() => versionOf(context.sql, object, winnerId));
  const fields = await mergedFields(context, object);
  const all = { winnerId, memberIds: [...memberIds, ...earlier] };
  const resolve = await resolverFor(context, object, fields, [...storied.values()], all);
  const standing = [...standingOf(before, storied), { version, members, choices }];
  return { fields, winner, members, version, results: foldedValues(fields, winner, standing, resolve) };
}

/** The values that differ from those that a record holds; the order of a list is no difference. */
export function differing({ values }: Storied, results: ReadonlyMap<string, Result>): Values {
  const set: Values = {};
  for (const [name, { value }] of results) {
    const now = values[name] ?? null;
    if (Array.isArray(value) ? !sameElements(value, listed(now)) : !sameValue(value, now)) set[name] = value;
  }
  return set;
}

function sameElements(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((one) => right.includes(one));
}
