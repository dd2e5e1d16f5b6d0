import { type RawBuilder, sql } from 'kysely';
import { Problem } from '#platform/errors';
import { type Field, type ObjectType, objectNamed } from '#platform/fields';
import { nearest } from '#platform/text';

/** A record's id as people see it, made in the database. */
export function publicIdSql(prefix: string, column: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`${sql.lit(`${prefix}_`)} || replace(${column}::text, '-', '')`;
}

function relation(field: Field, column: RawBuilder<unknown>): RawBuilder<unknown> {
  const target = objectNamed(field.type === 'user' ? 'user' : (field.to ?? ''));
  return sql`(select json_build_object('id', ${publicIdSql(target.prefix, sql`x.id`)}, 'name', x.${sql.ref(target.nameColumn)})
    from ${sql.table(target.table)} x where x.workspace_id = t.workspace_id and x.id = ${column})`;
}

/** `accountId` → `account`, under which the name of the record stands beside its id. */
export function relationName(fieldName: string): string {
  return fieldName.replace(/Id$/, '');
}

function columnsOfField(field: Field): RawBuilder<unknown>[] {
  const column = sql`t.${sql.ref(field.column)}`;
  const as = (expression: RawBuilder<unknown>, name: string) => sql`${expression} as ${sql.ref(name)}`;
  if (field.type === 'reference' || field.type === 'user') {
    const prefix = objectNamed(field.type === 'user' ? 'user' : (field.to ?? '')).prefix;
    const id = as(publicIdSql(prefix, column), field.name);
    return field.name.endsWith('Id') ? [id, as(relation(field, column), relationName(field.name))] : [id];
  }
  if (field.type === 'decimal') return [as(sql`round(${column} / 100.0, 2)`, field.name)];
  return [as(column, field.name)];
}

/** The names of fields that an answer is to hold; undefined is all. Errors: `unknown_field` with the nearest name. */
export function chooseFields(object: ObjectType, names: readonly string[] | undefined): Field[] {
  if (!names) return [...object.fields.values()];
  return names
    .filter((name) => name !== 'id' && name !== 'version' && name !== 'customFields')
    .map((name) => {
      const field = object.fields.get(name) ?? object.fields.get(`${name}Id`);
      if (field) return field;
      const near = nearest(name, [...object.fields.keys()]);
      throw new Problem('unknown_field', {
        detail: `A ${object.name} has no field '${name.slice(0, 60)}'.${near ? ` Did you mean '${near}'?` : ''}`,
      });
    });
}

/** A whole record as one JSON text, with its public id, names of related records beside their ids, and its version. */
export function recordJson(object: ObjectType, fields: readonly Field[], withCustom = true): RawBuilder<string> {
  const columns = [
    sql`${publicIdSql(object.prefix, sql`t.id`)} as "id"`,
    ...fields.flatMap(columnsOfField),
    ...(withCustom && object.extensible ? [sql`t.custom_fields as "customFields"`] : []),
    sql`t.version as "version"`,
  ];
  return sql<string>`(select row_to_json(r)::text from (select ${sql.join(columns)}) r)`;
}
