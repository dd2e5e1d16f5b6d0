import type { Values } from '#platform/changes';
import type { Field, ObjectType } from '#platform/fields';
import { type CompiledFormula, compileFormula, type FormulaFields, type FormulaType } from '#platform/formulas';
import { fromMinorUnits } from '#platform/money';

const types: Partial<Record<Field['type'], FormulaType>> = {
  text: 'text',
  longText: 'text',
  choice: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  country: 'text',
  integer: 'number',
  decimal: 'number',
  number: 'number',
  percent: 'number',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'dateTime',
};

/** What a field is in a formula; undefined for one that formulas cannot use, such as one whose value changes beside the writes of its record. */
function formulaType(object: ObjectType, field: Field): FormulaType | undefined {
  if (field.derived && !field.computed && field.column !== object.nameColumn) return undefined;
  if (field.type === 'money') return field.custom ? `money:${field.currency}` : undefined;
  return types[field.type];
}

/** The fields of an object that formulas can use. */
export function formulaFieldsOf(object: ObjectType, custom: ReadonlyMap<string, Field>): FormulaFields {
  const all = [...object.fields.values(), ...custom.values()];
  return new Map(
    all.flatMap((field) => {
      const type = formulaType(object, field);
      return type ? [[field.name, type] as const] : [];
    }),
  );
}

/** The digits that amounts of a currency have after the point. */
export function currencyDigits(currency: string): number {
  return fromMinorUnits(0n, currency).split('.')[1]?.length ?? 0;
}

/** A computed number as its field keeps it: money is a text with the digits of its currency. */
export function keptResult(field: Pick<Field, 'type' | 'currency'>, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (field.type === 'money') {
    const text = Number(value).toFixed(currencyDigits(field.currency ?? 'EUR'));
    return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
  }
  return field.type === 'integer' ? Math.round(Number(value)) : value;
}

interface Formula {
  field: Field;
  compiled: CompiledFormula;
}

const compiledOf = new WeakMap<ReadonlyMap<string, Field>, Formula[]>();

/** The formulas of an object in an order in which each stands behind those that it uses. One that can no longer be compiled is left out. */
function formulasOf(object: ObjectType, custom: ReadonlyMap<string, Field>): Formula[] {
  const known = compiledOf.get(custom);
  if (known) return known;
  const fields = formulaFieldsOf(object, custom);
  const left = [...custom.values()].flatMap((field) =>
    field.computed?.kind === 'formula' ? [{ field, compiled: compileFormula(field.computed.formula, fields) }] : [],
  );
  const ordered: Formula[] = [];
  while (left.length > 0) {
    const waiting = new Set(left.map((one) => one.field.name));
    const at = left.findIndex((one) => [...one.compiled.sources].every((name) => !waiting.has(name)));
    if (at < 0) throw new Error(`The formulas of ${object.plural} form a ring.`);
    ordered.push(...left.splice(at, 1));
  }
  compiledOf.set(custom, ordered);
  return ordered;
}

/** The names of the fields that a formula of the object is made of. */
export function formulaSources(
  object: ObjectType,
  custom: ReadonlyMap<string, Field>,
  name: string,
): ReadonlySet<string> {
  return formulasOf(object, custom).find(({ field }) => field.name === name)?.compiled.sources ?? new Set();
}

/** The values of the formulas of a record that holds these values. */
export function formulaValues(object: ObjectType, custom: ReadonlyMap<string, Field>, values: Values): Values {
  const found: Values = {};
  for (const { field, compiled } of formulasOf(object, custom)) {
    const valueFor = (name: string) => (name in found ? found[name] : values[name]);
    found[field.name] = keptResult(field, compiled.evaluate(valueFor));
  }
  return found;
}
