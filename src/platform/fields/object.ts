import { tryParseId } from '#platform/ids';
import { completeField, type Field, type FieldDraft, field } from './field.ts';

/** A kind of record: what it is called, where it is stored, and its fields. */
export interface ObjectType {
  name: string;
  plural: string;
  /** The first part of its routes, as `routing-rules`: the plural, unless told. */
  path: string;
  label: string;
  pluralLabel: string;
  description: string;
  /** The prefix of its public ids, as `ct`. */
  prefix: string;
  table: string;
  /** The column that names a record to people. */
  nameColumn: string;
  /** Where the id of the person stands under whose key personal values are sealed: `id`, or a reference field. */
  person: string | undefined;
  fields: ReadonlyMap<string, Field>;
  /** Fields whose words are searched. */
  searched: readonly string[];
  defaultSort: string;
  /** Whether a workspace may add fields of its own. */
  extensible: boolean;
  /** The first part of its event types, as `crm.contact`. */
  events: string;
  /** Whether other things hang on it: relationships, comments, files. What itself hangs on a record does not stand alone. */
  standsAlone: boolean;
  /** Whether who owns a record says who reaches it. */
  owned: boolean;
  /** The first part of its permissions, as `contacts`. */
  area: string;
  /** It stands for all kinds of record that workspaces make: which one is meant is said by name when it is used. */
  template: boolean;
  /** The id of a kind that a workspace has made: its records are those of the table with this `object_id`. */
  objectId?: string;
}

export interface ObjectDraft
  extends Omit<
    ObjectType,
    | 'fields'
    | 'path'
    | 'person'
    | 'searched'
    | 'defaultSort'
    | 'extensible'
    | 'nameColumn'
    | 'events'
    | 'area'
    | 'template'
    | 'objectId'
    | 'standsAlone'
    | 'owned'
  > {
  fields: Record<string, FieldDraft>;
  path?: string;
  person?: string;
  searched?: readonly string[];
  defaultSort?: string;
  extensible?: boolean;
  nameColumn?: string;
  events?: string;
  standsAlone?: boolean;
  owned?: boolean;
  area?: string;
  template?: boolean;
}

const objects = new Map<string, ObjectType>();

/** What every record has, whatever its kind. */
const recordFields: Record<string, FieldDraft> = {
  createdAt: field.dateTime({ label: 'Created', description: 'When the record was made.', readOnly: true }),
  updatedAt: field.dateTime({
    label: 'Updated',
    description: 'When a person or program last changed the record.',
    readOnly: true,
    derived: true,
  }),
  createdBy: field.user({
    label: 'Created by',
    description: 'Who made the record.',
    readOnly: true,
    filterable: false,
  }),
  updatedBy: field.user({
    label: 'Updated by',
    description: 'Who changed the record last.',
    readOnly: true,
    derived: true,
    filterable: false,
  }),
  deletedAt: field.dateTime({
    label: 'Deleted',
    description: 'When the record was deleted; empty while it is there.',
    readOnly: true,
    filterable: false,
    sortable: false,
  }),
};

/** Declares a kind of record in the catalogue. Throws when the name is taken, or the prefix of its ids. */
export function defineObject(draft: ObjectDraft): ObjectType {
  if (objects.has(draft.name)) throw new Error(`The object '${draft.name}' is declared twice.`);
  const namesake = [...objects.values()].find((one) => one.prefix === draft.prefix);
  if (namesake) throw new Error(`Ids of ${draft.name} would begin as those of ${namesake.name}: '${draft.prefix}_'.`);
  const fields = new Map<string, Field>();
  for (const [name, one] of Object.entries({ ...draft.fields, ...recordFields }))
    fields.set(name, completeField(name, one));
  const object: ObjectType = {
    ...draft,
    path: draft.path ?? draft.plural,
    fields,
    person: draft.person,
    searched: draft.searched ?? [],
    defaultSort: draft.defaultSort ?? '-createdAt',
    extensible: draft.extensible ?? true,
    nameColumn: draft.nameColumn ?? 'name',
    events: draft.events ?? `crm.${draft.name}`,
    standsAlone: draft.standsAlone ?? true,
    owned: draft.owned ?? false,
    area: draft.area ?? draft.plural,
    template: draft.template ?? false,
  };
  objects.set(draft.name, object);
  return object;
}

/** A kind of record by its name; throws when no module declares it (a mistake in the code). */
export function objectNamed(name: string): ObjectType {
  const object = objects.get(name);
  if (!object) throw new Error(`No module declares the object '${name}'.`);
  return object;
}

/** A field by its name or by another name that it has. */
export function fieldOf(object: ObjectType, name: string): Field | undefined {
  const known = object.fields.get(name);
  if (known) return known;
  for (const field of object.fields.values()) if (field.otherNames?.includes(name)) return field;
  return undefined;
}

/** The id in a text that names a record of the object, as a UUID; of a kind that stands for many, whatever the prefix. */
export function recordUuid({ prefix, template }: ObjectType, text: string): string | undefined {
  return tryParseId(prefix, template ? text.replace(/^[a-z][a-z0-9]{1,11}_/, '') : text);
}

/** The name under which it is told who reaches a kind: all kinds that workspaces make go by one. */
export function reachName({ name, objectId }: Pick<ObjectType, 'name' | 'objectId'>): string {
  return objectId ? 'customRecord' : name;
}

/** Every declared kind of record. */
export function objectCatalogue(): ReadonlyMap<string, ObjectType> {
  return objects;
}

/** A record of any kind. */
export interface RecordRef {
  object: ObjectType;
  /** UUID. */
  id: string;
}

/**
 * The record that a prefixed id names, whatever its kind; undefined when no kind that stands alone has the prefix. A prefix that nobody has
 * declared is one of a kind that the workspace has made: its records are those of the template.
 */
export function recordRef(text: string): RecordRef | undefined {
  const prefix = /^([a-z][a-z0-9]{1,11})_/.exec(text)?.[1];
  if (prefix === undefined) return undefined;
  const all = [...objects.values()];
  const object = all.find((one) => one.prefix === prefix) ?? all.find((one) => one.template);
  const id = object?.standsAlone ? recordUuid(object, text) : undefined;
  return object && id ? { object, id } : undefined;
}

/** The kinds of record that others hang on. */
export function kindsThatStandAlone(): ObjectType[] {
  return [...objects.values()].filter((object) => object.standsAlone);
}
