import { sql } from 'kysely';
import type { Query, Sql } from './query.ts';
import type { Transaction } from './transaction.ts';

const columnTypes = new Map<string, Promise<ReadonlyMap<string, string>>>();

/** The SQL type of each column of a table; looked up once a process. */
function columnTypesOf(reader: Sql, table: string): Promise<ReadonlyMap<string, string>> {
  const known = columnTypes.get(table);
  if (known) return known;
  const types = reader
    .rows<{ name: string; type: string }>(
      sql`select attname as name, format_type(atttypid, null) as type from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`,
    )
    .then((rows) => new Map(rows.map((row) => [row.name, row.type])));
  columnTypes.set(table, types);
  types.catch(() => columnTypes.delete(table));
  return types;
}

/** A statement that is not worth preparing, since hardly any other will have its text. */
export function unprepared<Row>(query: Query<Row>): Query<Row> {
  return { compile: (executor) => Object.assign({}, query.compile(executor), { unprepared: true }) };
}

/**
 * Inserts rows, given by column; every row has the columns of the first. Values go as one array a column (JSON takes four times as long
 * to take apart, COPY cannot be pipelined), a value that all rows share goes once. Resolves when they have been sent: what is wrong with them
 * is told at the commit at the latest.
 */
export async function insertRows(
  tx: Transaction,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  tail = '',
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const types = await columnTypesOf(tx, table);
  const names = Object.keys(first);
  const arrays: ReturnType<typeof sql>[] = [];
  const aliases: ReturnType<typeof sql>[] = [];
  const selected = names.map((name) => {
    const type = types.get(name);
    if (!type) throw new Error(`The table ${table} has no column ${name}.`);
    const values = rows.map((row) => textOf(row[name], type));
    if (values.every((value) => value === values[0])) return sql`${values[0]}::${sql.raw(type)}`;
    const asText = type.endsWith('[]') || type.startsWith('json');
    arrays.push(sql`${arrayText(values)}::${sql.raw(asText ? 'text' : type)}[]`);
    aliases.push(sql`${sql.ref(name)}`);
    return asText ? sql`r.${sql.ref(name)}::${sql.raw(type)}` : sql`r.${sql.ref(name)}`;
  });
  const from = arrays.length > 0 ? sql`from unnest(${sql.join(arrays)}) as r(${sql.join(aliases)})` : sql``;
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const statement = sql`insert into ${sql.table(table)} (${columns}) select ${sql.join(selected)} ${from} ${sql.raw(tail)}`;
  tx.send(rows.length === 1 ? statement : unprepared(statement));
}

/** A value as the driver sends it inside an array: JSON and arrays as their text, so that all values of a column are scalars. */
function textOf(value: unknown, type: string): unknown {
  if (value === null || value === undefined) return null;
  if (type.endsWith('[]')) return arrayText(value as unknown[]);
  if (type.startsWith('json')) return JSON.stringify(value);
  return value instanceof Date ? value.toISOString() : value;
}

/** The driver's own writer of arrays takes twice as long. */
function arrayText(list: readonly unknown[]): string {
  let text = '{';
  for (const one of list) {
    if (text.length > 1) text += ',';
    if (one === null || one === undefined) text += 'NULL';
    else if (one instanceof Uint8Array) text += `"\\\\x${Buffer.from(one).toString('hex')}"`;
    else {
      const inner = String(one);
      text += special.test(inner) ? `"${inner.replace(everySpecial, '\\$&')}"` : `"${inner}"`;
    }
  }
  return `${text}}`;
}

const special = /[\\"]/;
const everySpecial = /[\\"]/g;
