import { type RawBuilder, sql } from 'kysely';
import { Problem } from '#platform/errors';
import {
  type Field,
  fieldOf,
  isList,
  type ObjectType,
  objectCatalogue,
  objectNamed,
  recordRef,
  valueKind,
} from '#platform/fields';
import { publicId, tryParseId } from '#platform/ids';
import { nearest } from '#platform/text';
import { keptText, tagsFieldId } from '../field-values.ts';
import type { RecordKind } from '../kind.ts';

const operators = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'contains', 'startsWith', 'empty'] as const;
export type Operator = (typeof operators)[number];

const deepest = 5;
const mostConditions = 50;

/** The fields of a list: those of the object and the workspace's own. */
export interface FilterableObject {
  kind: RecordKind;
  object: ObjectType;
  custom: ReadonlyMap<string, Field>;
  /** Records are found by their names only, since some of what is searched is not for the actor's eyes. */
  byNameOnly?: boolean;
}

/** A part of a filter that is a condition already; nothing that comes from outside can be one. */
export class ReadyCondition {
  readonly condition: RawBuilder<unknown>;
  constructor(condition: RawBuilder<unknown>) {
    this.condition = condition;
  }
}

/** A field by its name in a filter or sort. Errors: `unknown_field` with the nearest name. */
export function fieldNamed({ object, custom }: FilterableObject, name: string, use: 'filterable' | 'sortable'): Field {
  const named = fieldOf(object, name) ?? custom.get(name);
  const field = named?.comparedBy ? object.fields.get(named.comparedBy) : named;
  if (field?.[use]) return field;
  const known = [...object.fields.values(), ...custom.values()].filter((one) => one[use]).map((one) => one.name);
  const near = nearest(name, known);
  const what = use === 'filterable' ? 'filtered' : 'sorted';
  throw new Problem('unknown_field', {
    detail: field
      ? `A list of ${object.plural} cannot be ${what} by '${name}'.`
      : `A ${object.name} has no field '${name.slice(0, 60)}'.${near ? ` Did you mean '${near}'?` : ''}`,
  });
}

function refuse(detail: string): never {
  throw new Problem('validation_failed', { detail, mistakes: [{ path: 'filter', message: detail }] });
}

/** A filter (nested `and` / `or`, or `{field: {operator: value}}`) as a condition on `t`. Errors: `unknown_field`, `validation_failed`. */
export function conditionOf(target: FilterableObject, filter: unknown): RawBuilder<unknown> {
  const budget = { left: mostConditions };
  return groupOf(target, filter, 'and', 0, budget);
}

type Budget = { left: number };

function groupOf(
  target: FilterableObject,
  filter: unknown,
  joint: 'and' | 'or',
  depth: number,
  budget: Budget,
): RawBuilder<unknown> {
  if (depth > deepest) refuse(`A filter may be nested ${deepest} deep at most.`);
  if (filter === null || typeof filter !== 'object') refuse('A filter is an object such as {"city":{"eq":"Berlin"}}.');
  const parts = Array.isArray(filter)
    ? filter.map((one) => groupOf(target, one, 'and', depth + 1, budget))
    : conditionsOf(target, filter as Record<string, unknown>, depth, budget);
  if (parts.length === 0) return sql`true`;
  return sql`(${sql.join(parts, joint === 'and' ? sql` and ` : sql` or `)})`;
}

function conditionsOf(
  target: FilterableObject,
  filter: Record<string, unknown>,
  depth: number,
  budget: Budget,
): RawBuilder<unknown>[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    if (value instanceof ReadyCondition) return [value.condition];
    if (name === 'and' || name === 'or') {
      if (!Array.isArray(value)) refuse(`'${name}' takes a list of conditions.`);
      return value.length === 0 ? [] : [groupOf(target, value, name, depth + 1, budget)];
    }
    const field = fieldNamed(target, name, 'filterable');
    if (value === null || typeof value !== 'object' || Array.isArray(value))
      refuse(`'${name}' takes an operator: {"${name}":{"eq":…}}.`);
    return Object.entries(value).map(([operator, operand]) => {
      if (--budget.left < 0) refuse(`A filter may have ${mostConditions} conditions at most.`);
      if (!operators.includes(operator as Operator)) {
        refuse(`'${operator.slice(0, 40)}' is not an operator. They are ${operators.join(', ')}.`);
      }
      return conditionOn(target, field, operator as Operator, operand);
    });
  });
}

function conditionOn(
  target: FilterableObject,
  field: Field,
  operator: Operator,
  operand: unknown,
): RawBuilder<unknown> {
  const own = target.kind.filters?.[field.name]?.(operator, operand);
  if (own) return sql`t.id in (${own as RawBuilder<unknown>})`;
  if (field.type === 'tags' || field.custom) return valuesCondition(field, operator, operand);
  return compare(field, sql`t.${sql.ref(field.column)}`, operator, operand);
}

/** Tags and custom fields are looked up where they are kept in typed, indexed columns. */
function valuesCondition(field: Field, operator: Operator, operand: unknown): RawBuilder<unknown> {
  const id = field.valuesId ?? tagsFieldId;
  const ids = (condition: RawBuilder<unknown>) =>
    sql`t.id in (select v.record_id from field_values v where v.workspace_id = kith.workspace_id() and v.field_id = ${id} and ${condition})`;
  if (operator === 'empty') return isEmpty(operand) ? sql`not ${ids(sql`true`)}` : ids(sql`true`);
  const column = valueColumn(field);
  if (operator === 'ne') return sql`not ${ids(compare(field, column, 'eq', operand))}`;
  return ids(compare(field, column, isList(field) && operator === 'contains' ? 'eq' : operator, operand));
}

/** The column of `field_values` that holds values of the field's type. */
export function valueColumn(field: Field): RawBuilder<unknown> {
  const kind = valueKind(field);
  return kind === 'number' ? sql`v.number_value` : kind === 'time' ? sql`v.time_value` : sql`v.text_value`;
}

function isEmpty(operand: unknown): boolean {
  return typeof operand === 'boolean' ? operand : refuse(`'empty' takes true or false.`);
}

const comparisons: Partial<Record<Operator, RawBuilder<unknown>>> = {
  eq: sql`=`,
  lt: sql`<`,
  lte: sql`<=`,
  gt: sql`>`,
  gte: sql`>=`,
};

function compare(field: Field, column: RawBuilder<unknown>, operator: Operator, operand: unknown): RawBuilder<unknown> {
  if (operator === 'empty') return isEmpty(operand) ? sql`${column} is null` : sql`${column} is not null`;
  if (operator === 'in') {
    if (!Array.isArray(operand) || operand.length > 200) refuse(`'in' takes a list of at most 200 values.`);
    if (field.type === 'money' && !field.custom)
      return operand.length === 0
        ? sql`false`
        : sql`${column} in (${sql.join(operand.map((one) => comparedValue(field, one)))})`;
    return sql`${column} = any(${operand.map((one) => operandOf(field, one))}::${sql.raw(sqlType(field))}[])`;
  }
  if (operator === 'contains' || operator === 'startsWith') {
    if (typeof operand !== 'string' || operand.length > 200)
      refuse(`'${operator}' takes a text of at most 200 characters.`);
    if (operand.includes('\u0000')) refuse(`'${operator}' takes a text without NUL characters.`);
    if (!isText(field)) refuse(`'${operator}' works on texts; '${field.name}' is a ${field.type}.`);
    if (operator === 'startsWith') return sql`${column} ^@ ${operand}`;
    return sql`position(lower(${operand}) in lower(${column})) > 0`;
  }
  const value = comparedValue(field, operand);
  if (operator === 'ne') return sql`(${column} is null or ${column} <> ${value})`;
  return sql`${column} ${comparisons[operator] ?? sql`=`} ${value}`;
}

/** An amount is given in the currency of the workspace; the sub-select is read once, so that an index can be used. */
function comparedValue(field: Field, operand: unknown): RawBuilder<unknown> {
  const value = operandOf(field, operand);
  if (field.type === 'money' && !field.custom) return sql`(select kith.workspace_minor(${value}::numeric))`;
  return sql`${value}::${sql.raw(sqlType(field))}`;
}

const texts = new Set<Field['type']>([
  'text',
  'longText',
  'choice',
  'tags',
  'email',
  'phone',
  'url',
  'country',
  'multiChoice',
  'address',
]);
const isText = (field: Field) => texts.has(field.type);

function sqlType(field: Field): string {
  if (field.custom) return { number: 'float8', time: 'timestamptz', text: 'text' }[valueKind(field)];
  if (isText(field)) return 'text';
  if (['reference', 'user', 'record', 'id'].includes(field.type)) return 'uuid';
  if (field.type === 'boolean') return 'boolean';
  if (field.type === 'integer' || field.type === 'decimal') return 'int8';
  if (field.type === 'money') return 'numeric';
  if (field.type === 'date') return 'date';
  return 'timestamptz';
}

const relations = new Set<Field['type']>(['user', 'reference', 'references', 'file']);

/** A value of a filter as the database compares it. Errors: `validation_failed` naming the field. */
function operandOf(field: Field, operand: unknown): unknown {
  const wrong = (what: string): never => refuse(`'${field.name}' is compared with ${what}.`);
  if (isText(field))
    return typeof operand === 'string' && operand.length <= 1000 && !operand.includes('\u0000')
      ? field.custom
        ? keptText(operand)
        : operand
      : wrong('a text');
  if (field.type === 'boolean') {
    if (typeof operand !== 'boolean') return wrong('true or false');
    return field.custom ? keptText(operand) : operand;
  }
  if (field.type === 'money') {
    const amount = typeof operand === 'number' ? String(operand) : operand;
    const usable = typeof amount === 'string' && /^-?\d{1,15}(\.\d{1,10})?$/.test(amount);
    return usable ? (field.custom ? Number(amount) : amount) : wrong('an amount such as "1000.00"');
  }
  if (valueKind(field) === 'number') {
    if (typeof operand !== 'number' || !Number.isFinite(operand) || Math.abs(operand) > 9e15) return wrong('a number');
    if (field.custom) return operand;
    return field.type === 'decimal' ? Math.round(operand * 100) : Math.round(operand);
  }
  if (field.custom && relations.has(field.type)) {
    const prefix = field.prefix ?? objectCatalogue().get(field.type)?.prefix ?? '';
    const uuid = typeof operand === 'string' ? tryParseId(prefix, operand) : undefined;
    return uuid ? publicId(prefix, uuid) : wrong(`an id such as ${prefix}_…`);
  }
  if (field.type === 'reference' || field.type === 'user') {
    const prefix = objectNamed(field.type === 'user' ? 'user' : (field.to ?? '')).prefix;
    return (typeof operand === 'string' && tryParseId(prefix, operand)) || wrong(`an id such as ${prefix}_…`);
  }
  if (field.type === 'record')
    return (typeof operand === 'string' && recordRef(operand)?.id) || wrong('the id of a record, as ct_…');
  const time = typeof operand === 'string' ? new Date(operand) : undefined;
  return time && !Number.isNaN(time.getTime()) && time.getUTCFullYear() > 0 && time.getUTCFullYear() < 10_000
    ? time.toISOString()
    : wrong('a date such as 2026-11-21');
}
