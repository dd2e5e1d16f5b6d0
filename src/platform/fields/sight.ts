import type { Field, PrivacyClass } from './field.ts';
import type { ObjectType } from './object.ts';

/** What may be done with a field, each more than the one before: a hidden one is not there, of a masked one is seen only that it is. */
const fieldAccesses = ['hidden', 'masked', 'read', 'write'] as const;
export type FieldAccess = (typeof fieldAccesses)[number];

/** What an actor may do with fields: by class, and by single field (`contact.phone`, `deal.custom.margin`), which goes before its class. */
export interface Sight {
  classes: Readonly<Record<PrivacyClass, FieldAccess>>;
  fields: Readonly<Record<string, FieldAccess>>;
  /** What may be done with single fields at least, whatever else is said of them. */
  atLeast: Readonly<Record<string, FieldAccess>>;
}

/** What stands for a value that is there or not: the same for all. Of what is no text it is empty, so that programs find the type that they expect. */
export const mask = '••••••';

const texts = new Set<Field['type']>(['text', 'longText', 'email', 'phone', 'url', 'country', 'choice']);
const listed = new Set<Field['type']>(['tags', 'multiChoice', 'references']);

/** What is shown of a masked field. */
export function maskOf({ type }: Pick<Field, 'type'>): string | null | [] {
  if (texts.has(type)) return mask;
  return listed.has(type) ? [] : null;
}

/** The lesser of what may be done with several fields. */
export function least(accesses: Iterable<FieldAccess>): FieldAccess {
  let lowest = fieldAccesses.length - 1;
  for (const access of accesses) lowest = Math.min(lowest, fieldAccesses.indexOf(access));
  return fieldAccesses[lowest] ?? 'hidden';
}

/** The greater of what may be done. */
function most(accesses: Iterable<FieldAccess>): FieldAccess {
  let highest = 0;
  for (const access of accesses) highest = Math.max(highest, fieldAccesses.indexOf(access));
  return fieldAccesses[highest] ?? 'hidden';
}

const ofEveryRecord = ['createdAt', 'updatedAt', 'createdBy', 'updatedBy', 'deletedAt', 'ownerId'];
const openFields = new WeakMap<ObjectType, ReadonlySet<string>>();

/** The fields by which records are known and kept in order: whoever may read records of the kind sees them. */
export function alwaysSeen(object: ObjectType): ReadonlySet<string> {
  const known = openFields.get(object);
  if (known) return known;
  const named = [...object.fields.values()].filter(({ column }) => column === object.nameColumn);
  const open = new Set([...ofEveryRecord, ...named.flatMap(({ name, follows = [] }) => [name, ...follows])]);
  openFields.set(object, open);
  return open;
}

/** What may be done with a field by what is said of itself; what it follows from is not looked at. */
export function accessTo(sight: Sight, object: ObjectType, field: Field): FieldAccess {
  const key = `${object.name}.${field.name}`;
  const access = Object.hasOwn(sight.fields, key) ? sight.fields[key] : undefined;
  const atLeast = Object.hasOwn(sight.atLeast, key) ? sight.atLeast[key] : undefined;
  const said = most([access ?? sight.classes[field.privacy], atLeast ?? 'hidden']);
  return !field.custom && alwaysSeen(object).has(field.name) ? most([said, 'read']) : said;
}
