import type { Field, FieldType } from './field.ts';

/** In which form lists compare the values of a field. */
export type ValueKind = 'number' | 'time' | 'text';

const numbers = new Set<FieldType>(['integer', 'decimal', 'number', 'percent', 'money']);
const times = new Set<FieldType>(['date', 'dateTime']);
const lists = new Set<FieldType>(['tags', 'multiChoice', 'references']);

/** In which form lists compare the values of a field of this type. */
export function valueKind({ type }: Pick<Field, 'type'>): ValueKind {
  if (numbers.has(type)) return 'number';
  return times.has(type) ? 'time' : 'text';
}

/** Whether a record has several values of the field. */
export function isList({ type }: Pick<Field, 'type'>): boolean {
  return lists.has(type);
}
