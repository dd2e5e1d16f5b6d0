import type { Field } from '../../data/catalogue.ts';

const numeric = new Set<Field['type']>(['integer', 'decimal', 'number', 'percent', 'money']);

/** What a person typed, as the field's value; null when it was emptied. Throws nothing: what is wrong the server says. */
export function parseValue(field: Field, typed: string): unknown {
  const trimmed = typed.trim();
  if (trimmed === '') return null;
  if (!numeric.has(field.type)) return trimmed;
  const plain = trimmed
    .replace(/[\s_'’%]/g, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  // An amount is exact, so it stays a text.
  if (field.type === 'money') return plain;
  const value = Number(plain);
  return Number.isNaN(value) ? trimmed : value;
}

/** The value as it is typed. */
export function typedOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

const kinds: Partial<Record<Field['type'], { type: string; inputMode?: 'decimal' | 'tel' | 'email' | 'url' }>> = {
  email: { type: 'text', inputMode: 'email' },
  phone: { type: 'tel', inputMode: 'tel' },
  url: { type: 'text', inputMode: 'url' },
  integer: { type: 'text', inputMode: 'decimal' },
  decimal: { type: 'text', inputMode: 'decimal' },
  number: { type: 'text', inputMode: 'decimal' },
  percent: { type: 'text', inputMode: 'decimal' },
  money: { type: 'text', inputMode: 'decimal' },
  date: { type: 'date' },
};

/** The kind of input that suits a field, so that a phone shows the right keys. */
export function inputKind(field: Field) {
  return kinds[field.type] ?? { type: 'text' };
}
