import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import type { Field, ObjectType } from '#platform/fields';
import { publicId, tryParseId } from '#platform/ids';
import { everyCustomField, type Rollup, rollupsOver } from '../custom-fields.ts';
import { keepFieldValues } from '../field-values.ts';
import { kindOf, type WrittenRecord } from '../kind.ts';
import { conditionOf } from '../lists/filter.ts';
import { storedRows } from '../stored.ts';
import { sameValue, valuesOf } from '../values.ts';
import { findObject, recordsOf } from '../workspace-object.ts';
import { currencyDigits, formulaValues, keptResult } from './formula-fields.ts';
import { rollupSources } from './rollup-sources.ts';

/** The same with what stands for them when they are compared: an amount is summed up in the currency of the workspace. */
function sourcesIn(object: ObjectType, computed: Rollup['computed']): Set<string> {
  const sources = rollupSources(computed);
  for (const name of sources) {
    const comparedBy = object.fields.get(name)?.comparedBy;
    if (comparedBy) sources.add(comparedBy);
  }
  return sources;
}

function idsIn(prefix: string, value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((one) => (typeof one === 'string' ? (tryParseId(prefix, one) ?? []) : []));
}

/** Brings the roll-ups over written records in step, in the same transaction: those of the records that they refer to, or did. */
export async function refreshRollupsOver(
  context: Context,
  object: ObjectType,
  written: readonly WrittenRecord[],
): Promise<void> {
  const over = await rollupsOver(context, object);
  for (const [name, rollups] of Map.groupBy(over, (one) => one.parent)) {
    const parent = await findObject(context, name);
    if (!parent) continue;
    const ids = new Set<string>();
    for (const { computed } of rollups) {
      const sources = sourcesIn(object, computed);
      for (const one of written) {
        const moved =
          !one.before || one.changed.has('deletedAt') || [...sources].some((source) => one.changed.has(source));
        if (!moved) continue;
        for (const value of [one.before?.[computed.by], one.after[computed.by]])
          for (const id of idsIn(parent.prefix, value)) ids.add(id);
      }
    }
    if (ids.size > 0) await refreshComputed(context, parent, [...ids].sort());
  }
}

/** For whoever has set derived fields of records by a statement of their own: brings in step what follows from these fields. */
export async function derivedChanged(
  context: Context,
  object: ObjectType,
  ids: readonly string[],
  fields: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await refreshComputed(context, object, ids);
  if ((await rollupsOver(context, object)).length === 0) return;
  const stored = await storedRows(context, object, ids, 'look');
  const changed = new Set(fields);
  const written = [...stored].map(([id, row]): WrittenRecord => {
    const after = valuesOf(object, row);
    return { id, before: after, after, changed, extra: undefined };
  });
  await refreshRollupsOver(context, object, written);
}

/**
 * Computes the roll-ups and formulas of records anew and keeps what has changed, without a version or history: nobody has changed
 * anything. The records are locked first, so that of two that write below one of them the later sees what the earlier wrote.
 */
export async function refreshComputed(context: Context, object: ObjectType, ids: readonly string[]): Promise<number> {
  const custom = await everyCustomField(context, object);
  const computed = [...custom.values()].filter((field) => field.computed);
  if (computed.length === 0) return 0;
  await context.tx.rows(sql`select t.id from ${sql.table(object.table)} t
    where ${recordsOf(object)} and t.id = any(${[...ids].sort()}::uuid[]) order by t.id for no key update`);
  const sums = new Map(ids.map((id) => [id, {} as Values]));
  for (const field of computed) {
    if (field.computed?.kind !== 'rollup') continue;
    const found = await rollupValues(context, object, field, ids);
    for (const [id, values] of sums) values[field.name] = found.get(id) ?? nothingOf(field);
  }
  const stored = await storedRows(context, object, ids, 'look');
  const changed: WrittenRecord[] = [];
  for (const [id, row] of stored) {
    const before = valuesOf(object, row);
    const summed = { ...before, ...sums.get(id) };
    const values = { ...sums.get(id), ...formulaValues(object, custom, summed) };
    const names = Object.keys(values).filter((name) => !sameValue(before[name], values[name]));
    if (names.length > 0)
      changed.push({ id, before, after: { ...before, ...values }, changed: new Set(names), extra: undefined });
  }
  await keepComputed(context, object, changed);
  await refreshRollupsOver(context, object, changed);
  return changed.length;
}

async function keepComputed(context: Context, object: ObjectType, changed: readonly WrittenRecord[]): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ id, after, changed: names }) => {
    const values = [...names].map((name) => [name.slice('custom.'.length), after[name]] as const);
    const set = Object.fromEntries(values.filter(([, value]) => value !== null));
    return { id, set, gone: values.filter(([, value]) => value === null).map(([name]) => name) };
  });
  await context.tx.rows(sql`update ${sql.table(object.table)} t set custom_fields = (t.custom_fields - r.gone) || r.set
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, set jsonb, gone text[])
    where t.workspace_id = kith.workspace_id() and t.id = r.id`);
  await keepFieldValues(context, object, changed);
}

/** What a roll-up is when there is nothing to sum up. */
function nothingOf(field: Field): unknown {
  const how = field.computed?.kind === 'rollup' ? field.computed.function : undefined;
  return how === 'count' || how === 'sum' ? keptResult(field, 0) : null;
}

/** The values of a roll-up by the ids of the records that have it. */
async function rollupValues(
  context: Context,
  object: ObjectType,
  field: Field,
  ids: readonly string[],
): Promise<Map<string, unknown>> {
  const { computed } = field;
  if (computed?.kind !== 'rollup') return new Map();
  const child = await findObject(context, computed.object);
  if (!child) return new Map();
  const custom = await everyCustomField(context, child);
  const target = { kind: kindOf(child), object: child, custom };
  const by = child.fields.get(computed.by) ?? custom.get(computed.by);
  if (!by) return new Map();
  const filter = computed.filter === undefined ? sql`` : sql`and ${conditionOf(target, computed.filter)}`;
  const rows = await context.sql.rows<{ id: string; value: string | number | null }>(sql`
    select ${by.custom ? sql`p.id` : sql`t.${sql.ref(by.column)}`} as id, ${aggregateOf(field, child, custom)} as value
    from ${by.custom ? referringByValue(object, child, by, ids) : sql`${sql.table(child.table)} t`}
    where ${recordsOf(child)} and t.deleted_at is null ${by.custom ? sql`` : sql`and t.${sql.ref(by.column)} = any(${ids}::uuid[])`} ${filter}
    group by 1`);
  return new Map(rows.map((row) => [row.id, resultOf(field, row.value)]));
}

/** The records that refer to some others by a custom field: found by the value, which is the id as people see it. */
function referringByValue(object: ObjectType, child: ObjectType, by: Field, ids: readonly string[]) {
  const keys = ids.map((id) => publicId(object.prefix, id));
  return sql`unnest(${ids}::uuid[], ${keys}::text[]) as p(id, key)
    join field_values v on v.workspace_id = kith.workspace_id() and v.field_id = ${by.valuesId} and v.text_value = p.key
    join ${sql.table(child.table)} t on t.id = v.record_id`;
}

function aggregateOf(field: Field, child: ObjectType, custom: ReadonlyMap<string, Field>) {
  const { computed } = field;
  if (computed?.kind !== 'rollup' || computed.function === 'count') return sql`count(*)`;
  const named = child.fields.get(computed.of ?? '') ?? custom.get(computed.of ?? '');
  const of = named?.comparedBy ? child.fields.get(named.comparedBy) : named;
  if (!of) return sql`null`;
  const isTime = of.type === 'date' || of.type === 'dateTime';
  const json = sql`(t.custom_fields ->> ${of.name.slice('custom.'.length)})`;
  const column = sql`t.${sql.ref(of.column)}`;
  const value = of.custom
    ? isTime
      ? json
      : sql`${json}::numeric`
    : of.type === 'money'
      ? sql`${column} / power(10::numeric, ${currencyDigits(field.currency ?? 'EUR')}::integer)`
      : of.type === 'decimal'
        ? sql`${column} / 100.0`
        : sql`${column}`;
  const aggregate = sql`${sql.raw(computed.function)}(${value})`;
  if (isTime) return aggregate;
  const digits = field.type === 'money' ? currencyDigits(field.currency ?? 'EUR') : 9;
  return sql`round((${aggregate})::numeric, ${digits}::integer)::text`;
}

function resultOf(field: Field, value: unknown): unknown {
  if (value === null || value === undefined) return nothingOf(field);
  if (field.type === 'date')
    return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 10);
  if (field.type === 'dateTime') return new Date(value as string).toISOString();
  return field.type === 'money' ? String(value) : keptResult(field, Number(value));
}

/** What a new record has in its roll-ups, before anything refers to it. */
export function emptyRollups(custom: ReadonlyMap<string, Field>): Values {
  const values: Values = {};
  for (const field of custom.values()) {
    const nothing = field.computed?.kind === 'rollup' ? nothingOf(field) : null;
    if (nothing !== null) values[field.name] = nothing;
  }
  return values;
}
