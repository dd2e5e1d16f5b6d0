import { texts } from '../texts/index.ts';
import type { Field } from './catalogue.ts';
import type { KithRecord, Named } from './types.ts';

/** The value of a field; custom ones live in `customFields` and are called `custom.region`. */
export function readValue(record: KithRecord, name: string): unknown {
  if (record.masked?.includes(name)) return '••••••';
  if (name.startsWith('custom.')) return record.customFields?.[name.slice(7)] ?? null;
  return record[name] ?? null;
}

/** What a record is called where it has no name: by what it has, so that it can be seen and opened. */
export function nameOf(record: KithRecord): string {
  return (
    [record.name, record.email, record.phone, record.domain]
      .map((part) => (typeof part === 'string' ? part.trim() : ''))
      .find(Boolean) ?? texts.values.unnamed
  );
}

/** What a reference points to: `accountId` is described by `account`. */
export function namedOf(record: KithRecord, name: string): Named | null {
  const named = record[name.replace(/Id$/, '')];
  return named && typeof named === 'object' && 'name' in named ? (named as Named) : null;
}

/** The body that sets these fields, custom ones under `customFields`. */
export function bodyOf(set: Record<string, unknown>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const custom: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(set)) {
    if (name.startsWith('custom.')) custom[name.slice(7)] = value;
    else body[name] = value;
  }
  return Object.keys(custom).length > 0 ? { ...body, customFields: custom } : body;
}

/** The record as it will look once these fields are set; a reference brings its name. */
export function withValues(
  record: KithRecord,
  set: Record<string, unknown>,
  names: Record<string, Named | null> = {},
): KithRecord {
  const { customFields, ...body } = bodyOf(set);
  const next: KithRecord = { ...record, ...body };
  if (customFields) next.customFields = { ...record.customFields, ...(customFields as object) };
  for (const [name, named] of Object.entries(names)) next[name.replace(/Id$/, '')] = named;
  if ('firstName' in set || 'lastName' in set)
    next.name = [next.firstName, next.lastName].filter(Boolean).join(' ') || next.name;
  return next;
}

export function isReference(field: Field): boolean {
  return field.type === 'reference' || field.type === 'user';
}
