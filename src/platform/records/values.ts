import type { Values } from '#platform/changes';
import { type Field, kindColumn, type ObjectType, objectCatalogue, recordRef } from '#platform/fields';
import { publicId } from '#platform/ids';
import { fromMinorUnits, toMinorUnits } from '#platform/money';

/** The field `custom.region` of a record is the key `region` of its `custom_fields`. */
const customPrefix = 'custom.';

/** A stored row (`to_json` of the table) as values by field; custom fields as `custom.name`. Derived fields are included. */
export function valuesOf(object: ObjectType, row: Record<string, unknown>): Values {
  const values: Values = {};
  for (const field of object.fields.values()) values[field.name] = fromStored(object, field, row);
  const custom = row.custom_fields as Values | null | undefined;
  if (custom) for (const [name, value] of Object.entries(custom)) values[customPrefix + name] = value;
  return values;
}

function fromStored(object: ObjectType, field: Field, row: Record<string, unknown>): unknown {
  const stored = row[field.column];
  if (stored === null || stored === undefined) return null;
  if (field.type === 'decimal') return Number(stored) / 100;
  if (field.type === 'dateTime') return new Date(stored as string).toISOString();
  if (field.type === 'record') {
    const prefix = objectCatalogue().get(String(row[kindColumn(field)]))?.prefix;
    return prefix ? publicId(prefix, stored as string) : null;
  }
  if (field.type === 'money') {
    const currency = row[object.fields.get(field.currencyIn ?? '')?.column ?? ''];
    return fromMinorUnits(BigInt(stored as number), String(currency));
  }
  return stored;
}

/** Values by field as columns of the table. `stored` gives the custom fields that stay. */
export function columnsOf(object: ObjectType, set: Values, stored?: Values): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  let custom: Values | undefined;
  for (const [name, value] of Object.entries(set)) {
    if (name.startsWith(customPrefix)) {
      custom ??= customOf(stored);
      if (value === null) delete custom[name.slice(customPrefix.length)];
      else custom[name.slice(customPrefix.length)] = value;
      continue;
    }
    const field = object.fields.get(name);
    if (!field) throw new Error(`${object.name} has no field '${name}'.`);
    if (field.type === 'record') {
      const ref = typeof value === 'string' ? recordRef(value) : undefined;
      columns[field.column] = ref?.id ?? null;
      columns[kindColumn(field)] = ref?.object.name ?? null;
      continue;
    }
    columns[field.column] = toStored(field, value, set[field.currencyIn ?? ''] ?? stored?.[field.currencyIn ?? '']);
  }
  if (custom) columns.custom_fields = custom;
  return columns;
}

function toStored(field: Field, value: unknown, currency: unknown): unknown {
  if (field.type === 'decimal' && typeof value === 'number') return Math.round(value * 100);
  if (field.type === 'money' && typeof value === 'string') return toMinorUnits(value, String(currency)).toString();
  return value;
}

function customOf(values: Values | undefined): Values {
  const custom: Values = {};
  for (const [name, value] of Object.entries(values ?? {})) {
    if (name.startsWith(customPrefix) && value !== null) custom[name.slice(customPrefix.length)] = value;
  }
  return custom;
}

/** Whether two values of a field are the same to a person. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || left === undefined || right === null || right === undefined)
    return (left ?? null) === (right ?? null);
  return typeof left === 'object' && JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(right));
}

/** The database keeps the keys of JSON in an order of its own. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, inner]) => [name, inOrder(inner)]);
}

/** The input of the API, where custom fields are an object of their own, as flat values. */
export function flatten(input: Values): Values {
  const { customFields, ...values } = input;
  if (customFields && typeof customFields === 'object') {
    for (const [name, value] of Object.entries(customFields)) values[customPrefix + name] = value;
  }
  for (const name of Object.keys(values)) if (values[name] === undefined) delete values[name];
  return values;
}

/** Names of the fields whose past values are sealed; on objects about people every custom field is. */
export function personalFields(object: ObjectType, names: Iterable<string>): Set<string> {
  const personal = new Set<string>();
  for (const name of names) {
    if (object.fields.get(name)?.personal || (object.person && name.startsWith(customPrefix))) personal.add(name);
  }
  return personal;
}
