import { type RawBuilder, sql } from 'kysely';
import { Problem } from '#platform/errors';
import {
  type Field,
  fieldOf,
  kindColumn,
  kindsThatStandAlone,
  maskOf,
  type ObjectType,
  objectCatalogue,
  objectNamed,
} from '#platform/fields';
import { nearest } from '#platform/text';
import type { Seen } from './sight/seen.ts';

/** A record's id as people see it, made in the database. */
function publicIdSql(prefix: string, column: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`${sql.lit(`${prefix}_`)} || replace(${column}::text, '-', '')`;
}

function relation(field: Field, column: RawBuilder<unknown>): RawBuilder<unknown> {
  const target = objectNamed(field.type === 'user' ? 'user' : (field.to ?? ''));
  return sql`(select json_build_object('id', ${publicIdSql(target.prefix, sql`x.id`)}, 'name', x.${sql.ref(target.nameColumn)})
    from ${sql.table(target.table)} x where x.workspace_id = t.workspace_id and x.id = ${column})`;
}

/** A value for each kind of record that a `record` field may name. */
function byKind(field: Field, value: (object: ObjectType) => RawBuilder<unknown>): RawBuilder<unknown> {
  const cases = kindsThatStandAlone().map((object) => sql`when ${sql.lit(object.name)} then ${value(object)}`);
  return sql`case t.${sql.ref(kindColumn(field))} ${sql.join(cases, sql` `)} end`;
}

/** The id, kind and name of a record of any kind: of its subqueries only the one of its kind is run. */
function columnsOfRecord(field: Field, as: (one: RawBuilder<unknown>, name: string) => RawBuilder<unknown>) {
  const column = sql`t.${sql.ref(field.column)}`;
  const named = byKind(field, (object) => {
    const id = publicIdSql(object.prefix, sql`x.id`);
    return sql`(select json_build_object('id', ${id}, 'type', ${sql.lit(object.name)}, 'name', x.${sql.ref(object.nameColumn)})
      from ${sql.table(object.table)} x where x.workspace_id = t.workspace_id and x.id = ${column})`;
  });
  return [
    as(
      byKind(field, ({ prefix }) => publicIdSql(prefix, column)),
      field.name,
    ),
    as(named, relationName(field.name)),
  ];
}

/** `accountId` → `account`, under which the name of the record stands beside its id. */
export function relationName(fieldName: string): string {
  return fieldName.replace(/Id$/, '');
}

/** A masked field is answered as empty or as a mask, the same for all records, and so is what stands beside it. */
function columnsOfMasked(field: Field): RawBuilder<unknown>[] {
  const shown = sql`${JSON.stringify(maskOf(field))}::json as ${sql.ref(field.name)}`;
  const named = ['reference', 'user', 'record'].includes(field.type) && field.name.endsWith('Id') && !field.bare;
  return named ? [shown, sql`null::json as ${sql.ref(relationName(field.name))}`] : [shown];
}

function columnsOfField(object: ObjectType, field: Field): RawBuilder<unknown>[] {
  if (field.masked) return columnsOfMasked(field);
  const column = sql`t.${sql.ref(field.column)}`;
  const as = (expression: RawBuilder<unknown>, name: string) => sql`${expression} as ${sql.ref(name)}`;
  if (field.type === 'reference' || field.type === 'user') {
    const prefix = objectCatalogue().get(field.type === 'user' ? 'user' : (field.to ?? ''))?.prefix;
    // A kind that no module declares, as in the tests of a module below it, has no records.
    if (!prefix) return [as(sql`null::text`, field.name)];
    const id = as(publicIdSql(prefix, column), field.name);
    return field.name.endsWith('Id') && !field.bare
      ? [id, as(relation(field, column), relationName(field.name))]
      : [id];
  }
  if (field.type === 'record') return columnsOfRecord(field, as);
  if (field.type === 'decimal') return [as(sql`round(${column} / 100.0, 2)`, field.name)];
  if (field.type === 'money') {
    const currency = object.fields.get(field.currencyIn ?? '');
    const code = currency ? sql`t.${sql.ref(currency.column)}` : sql`kith.workspace_currency()`;
    return [as(sql`kith.money_text(${column}, ${code})`, field.name)];
  }
  return [as(column, field.name)];
}

/** A whole record, or some fields of it, as one JSON text, as far as an actor sees it; no custom fields. */
export function seenJson({ object }: Pick<Seen, 'object'>, names?: readonly string[]): RawBuilder<string> {
  const there = names?.filter((name) => fieldOf(object, name));
  return recordJson(object, chooseFields(object, there), { only: [] });
}

const always = new Set(['id', 'version', 'customFields']);

/**
 * The fields of the object that an answer is to hold; no names are all. Custom ones (`custom.region`) are looked for in `custom`.
 * Errors: `unknown_field` with the nearest name.
 */
export function chooseFields(
  object: ObjectType,
  names: readonly string[] | undefined,
  custom: ReadonlyMap<string, Field> = new Map(),
): Field[] {
  if (!names) return [...object.fields.values()];
  const chosen = new Set<Field>();
  for (const name of names) {
    if (always.has(name) || custom.has(name)) continue;
    const field = fieldOf(object, name) ?? object.fields.get(`${name}Id`);
    if (field) chosen.add(field);
    else {
      const near = nearest(name, [...object.fields.keys(), ...custom.keys()]);
      throw new Problem('unknown_field', {
        detail: `A ${object.name} has no field '${name.slice(0, 60)}'.${near ? ` Did you mean '${near}'?` : ''}`,
      });
    }
  }
  return [...chosen];
}

/** Which custom fields an answer is to hold: only some, or all but those that have been deleted, by their bare names. */
export type ChosenCustom = ({ only: readonly string[] } | { without: readonly string[] }) & {
  /** What is answered instead of what is stored. */
  masks?: Readonly<Record<string, unknown>>;
};

/** The names of custom fields among some, without `custom.`. */
export function bareCustom(names: readonly string[]): string[] {
  return names.filter((name) => name.startsWith('custom.')).map((name) => name.slice('custom.'.length));
}

/** Which custom fields the answer to a request for these fields holds. */
export function chosenCustom(
  names: readonly string[] | undefined,
  { withheld, masks }: Pick<Seen, 'withheld' | 'masks'>,
): ChosenCustom {
  if (!names || names.includes('customFields')) return { without: withheld, masks };
  const only = bareCustom(names);
  return { only, masks: Object.fromEntries(Object.entries(masks).filter(([name]) => only.includes(name))) };
}

/** A whole record as one JSON text, with its public id, names of related records beside their ids, and its version. */
export function recordJson(
  object: ObjectType,
  fields: readonly Field[],
  custom: ChosenCustom = { without: [] },
): RawBuilder<string> {
  const columns = [
    sql`${publicIdSql(object.prefix, sql`t.id`)} as "id"`,
    ...fields.flatMap((field) => columnsOfField(object, field)),
    ...(object.extensible ? customColumns(custom) : []),
    ...maskedColumn(fields, custom),
    sql`t.version as "version"`,
  ];
  return sql<string>`(select row_to_json(r)::text from (select ${sql.join(columns)}) r)`;
}

function customColumns(custom: ChosenCustom): RawBuilder<unknown>[] {
  const { masks = {} } = custom;
  const isMasked = Object.keys(masks).length > 0;
  const masking = isMasked ? sql` || ${JSON.stringify(masks)}::jsonb` : sql``;
  if ('without' in custom) {
    const { without } = custom;
    if (without.length === 0 && !isMasked) return [sql`t.custom_fields as "customFields"`];
    return [sql`(t.custom_fields - ${[...without]}::text[])${masking} as "customFields"`];
  }
  if (custom.only.length === 0) return [];
  return [
    sql`(select coalesce(jsonb_object_agg(c.key, c.value), '{}'::jsonb)${masking} from jsonb_each(t.custom_fields) c
      where c.key = any(${[...custom.only]}::text[])) as "customFields"`,
  ];
}

/** The names of what is masked, so that a program can tell a mask from a value. */
function maskedColumn(fields: readonly Field[], { masks = {} }: ChosenCustom): RawBuilder<unknown>[] {
  const own = fields.flatMap(({ name, masked }) => (masked ? [name] : []));
  const names = [...own, ...Object.keys(masks).map((name) => `custom.${name}`)];
  return names.length > 0 ? [sql`${JSON.stringify(names)}::json as "masked"`] : [];
}
