import { useMemo, useState } from 'react';
import type { Field, FieldType, ObjectName } from '../../data/catalogue.ts';

const widthOfType: Partial<Record<FieldType, number>> = {
  email: 216,
  url: 200,
  tags: 176,
  integer: 128,
  decimal: 128,
  money: 128,
  boolean: 96,
  date: 120,
  dateTime: 120,
  phone: 144,
  choice: 144,
};
const nameWidth = 240;
const usualWidth = 152;
const narrowest = 64;
const widest = 640;

export interface Column {
  field: Field;
  widthPx: number;
}

type Widths = Record<string, number>;

const keyOf = (object: ObjectName) => `kith.widths.${object}`;

function stored(object: ObjectName): Widths {
  try {
    return JSON.parse(localStorage.getItem(keyOf(object)) ?? '{}') as Widths;
  } catch {
    return {};
  }
}

function usualWidthOf(field: Field): number {
  if (field.name === 'leadScore') return 96;
  return field.name === 'name' ? nameWidth : (widthOfType[field.type] ?? usualWidth);
}

/** The columns of a table in their order, the name first, with the widths that this device remembers. */
export function useColumns(object: ObjectName, fields: readonly Field[], names: readonly string[]) {
  const [widths, setWidths] = useState(() => stored(object));
  const columns = useMemo(() => {
    const byName = new Map(fields.map((field) => [field.name, field]));
    return ['name', ...names.filter((name) => name !== 'name')]
      .map((name) => byName.get(name))
      .filter((field) => field !== undefined)
      .map((field): Column => ({ field, widthPx: widths[field.name] ?? usualWidthOf(field) }));
  }, [fields, names, widths]);
  const resize = (name: string, widthPx: number | undefined) => {
    const { [name]: _old, ...others } = widths;
    const next =
      widthPx === undefined
        ? others
        : { ...others, [name]: Math.min(widest, Math.max(narrowest, Math.round(widthPx))) };
    setWidths(next);
    localStorage.setItem(keyOf(object), JSON.stringify(next));
  };
  return { columns, resize };
}

/** The grid's tracks: the check mark, the columns, and what is left. */
export function tracksOf(columns: readonly Column[]): string {
  return `var(--spacing-check-column) ${columns.map((column) => `${column.widthPx}px`).join(' ')} minmax(0, 1fr)`;
}

/** Numbers stand to the right, so that their digits line up. */
export function isRight(field: Field): boolean {
  return (field.type === 'integer' || field.type === 'decimal' || field.type === 'money') && field.name !== 'leadScore';
}
