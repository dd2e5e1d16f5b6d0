import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#platform/context';
import type { Query } from '#platform/database';
import { Problem } from '#platform/errors';
import type { ObjectType } from '#platform/fields';
import { conditionOf, type FilterableObject, ReadyCondition } from './filter.ts';

/** What a common filter stands for: the ids of the records, or a filter of the kind itself. */
export type CommonFilterAnswer = { ids: Query<unknown> } | { filter: unknown };

/** A condition that lists of every kind take, beside those on their fields: `{"inList":{"eq":"li_…"}}`. */
export interface CommonFilter {
  name: string;
  /** Reads what the operand names. Throws a Problem to refuse. */
  answer(context: Context, object: ObjectType, operand: unknown): Promise<CommonFilterAnswer>;
}

const commonFilters = new Map<string, CommonFilter>();

/** Declares a filter that every kind of record takes; throws when its name is taken. */
export function defineCommonFilter(filter: CommonFilter): void {
  if (commonFilters.has(filter.name)) throw new Error(`The filter '${filter.name}' is declared twice.`);
  commonFilters.set(filter.name, filter);
}

const deepest = 6;
const mostLevels = 4;
const mostLookedUp = 10;

interface Walk {
  context: Context;
  target: FilterableObject;
  /** How many filters stand around this one. */
  level: number;
  left: { lookUps: number };
}

/** The filter with its common parts looked up, so that the rest can be compiled without waiting. */
export function withCommonFilters(context: Context, target: FilterableObject, filter: unknown): Promise<unknown> {
  return walk({ context, target, level: 0, left: { lookUps: mostLookedUp } }, filter, 0);
}

async function walk(at: Walk, filter: unknown, depth: number): Promise<unknown> {
  if (filter === null || typeof filter !== 'object' || depth > deepest) return filter;
  if (Array.isArray(filter)) return Promise.all(filter.map((one) => walk(at, one, depth + 1)));
  const parts = await Promise.all(
    Object.entries(filter).map(async ([name, value]) => {
      if (name === 'and' || name === 'or') return [name, await walk(at, value, depth + 1)] as const;
      const common = at.target.object.fields.has(name) ? undefined : commonFilters.get(name);
      return [name, common ? await lookedUp(at, common, value) : value] as const;
    }),
  );
  return Object.fromEntries(parts);
}

async function lookedUp(at: Walk, common: CommonFilter, value: unknown): Promise<ReadyCondition> {
  const [[operator, operand] = [], ...others] =
    value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
  if ((operator !== 'eq' && operator !== 'ne') || others.length > 0)
    refuse(`'${common.name}' takes eq or ne: {"${common.name}":{"eq":…}}.`);
  if (--at.left.lookUps < 0 || at.level >= mostLevels)
    refuse(`'${common.name}' stands here too often, or names itself by way of others.`);
  const answer = await common.answer(at.context, at.target.object, operand);
  const condition =
    'ids' in answer
      ? sql`t.id in (${answer.ids as RawBuilder<unknown>})`
      : conditionOf(at.target, await walk({ ...at, level: at.level + 1 }, answer.filter, 0));
  return new ReadyCondition(operator === 'eq' ? condition : sql`(${condition}) is not true`);
}

function refuse(detail: string): never {
  throw new Problem('validation_failed', { detail, mistakes: [{ path: 'filter', message: detail }] });
}
