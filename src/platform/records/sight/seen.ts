import { isBeyondReach } from '#platform/database';
import { Problem } from '#platform/errors';
import { type Field, type FieldAccess, maskOf, type ObjectType, type Sight } from '#platform/fields';
import {
  type Additions,
  additionsOf,
  type CatalogueReader,
  everyCustomField,
  hiddenFieldsOf,
} from '../custom-fields.ts';
import { Accesses } from './accesses.ts';

/** A kind of record as an actor sees it. Where nothing is kept from them it is the kind itself. */
export interface Seen {
  /** Without the fields that are hidden; masked ones are marked, and lists cannot be filtered or sorted by them. */
  object: ObjectType;
  /** Custom fields, likewise. */
  custom: ReadonlyMap<string, Field>;
  /** What of `custom_fields` is not answered: hidden and deleted fields, by their bare names. */
  withheld: readonly string[];
  /** What is answered instead of what stands in `custom_fields`, by bare name. */
  masks: Readonly<Record<string, unknown>>;
  /** Names of all masked fields. */
  masked: readonly string[];
  /** Some of what is searched may not be read: records are found by their names only. */
  byNameOnly: boolean;
  /** What may be done with the fields that may not be written. */
  narrowed: ReadonlyMap<string, FieldAccess>;
  /** Whether it may be told that a field of this name was changed: also of fields that have been deleted, where nothing is kept from the actor. */
  tellsOf(name: string): boolean;
}

const nothing: Additions = { until: 0, objects: new Map(), fields: new Map(), hidden: new Map(), rollups: new Map() };
const kept = new WeakMap<Sight, WeakMap<Additions, Map<ObjectType, Seen>>>();

/** A kind of record as the actor sees it; beyond their reach everything is seen. */
export async function seenBy(context: CatalogueReader, object: ObjectType): Promise<Seen> {
  const { sight } = context;
  if (!sight || isBeyondReach())
    return wholly(object, await everyCustomField(context, object), await hiddenFieldsOf(context, object));
  const additions = object.extensible ? await additionsOf(context) : nothing;
  const byAdditions = kept.get(sight) ?? new WeakMap<Additions, Map<ObjectType, Seen>>();
  kept.set(sight, byAdditions);
  const known = byAdditions.get(additions) ?? new Map<ObjectType, Seen>();
  byAdditions.set(additions, known);
  const seen = known.get(object) ?? narrowedBy(sight, additions, object);
  known.set(object, seen);
  return seen;
}

/** The custom fields of an object that the actor may know of; masked ones are marked. */
export async function customFieldsOf(
  context: CatalogueReader,
  object: ObjectType,
): Promise<ReadonlyMap<string, Field>> {
  return context.sight ? (await seenBy(context, object)).custom : everyCustomField(context, object);
}

function wholly(object: ObjectType, custom: ReadonlyMap<string, Field>, withheld: readonly string[]): Seen {
  return {
    object,
    custom,
    withheld,
    masks: {},
    masked: [],
    byNameOnly: false,
    narrowed: new Map(),
    tellsOf: () => true,
  };
}

function narrowedBy(sight: Sight, additions: Additions, object: ObjectType): Seen {
  const everyCustom = additions.fields.get(object.name) ?? new Map<string, Field>();
  const deleted = additions.hidden.get(object.name) ?? [];
  const accesses = new Accesses(sight, additions);
  const narrowed = new Map<string, FieldAccess>();
  for (const field of [...object.fields.values(), ...everyCustom.values()]) {
    const access = accesses.of(object, field);
    if (access !== 'write') narrowed.set(field.name, access);
  }
  const unread = [...narrowed].filter(([, access]) => !isRead(access));
  const whole = wholly(object, everyCustom, deleted);
  if (unread.length === 0) return { ...whole, narrowed };
  const masked = unread.flatMap(([name, access]) => (access === 'masked' ? [name] : []));
  const hiddenCustom = unread.flatMap(([name, access]) =>
    access === 'hidden' && everyCustom.has(name) ? [bare(name)] : [],
  );
  const fields = visible(object.fields, narrowed);
  const custom = visible(everyCustom, narrowed);
  return {
    object: { ...object, fields, defaultSort: sortable(object, narrowed) },
    custom,
    withheld: [...deleted, ...hiddenCustom],
    masks: Object.fromEntries(
      masked.flatMap((name) => {
        const field = everyCustom.get(name);
        return field ? [[bare(name), maskOf(field)]] : [];
      }),
    ),
    masked,
    byNameOnly: unread.some(([name]) => object.searched.includes(name) || everyCustom.has(name)),
    narrowed,
    tellsOf: (name) => fields.has(name) || custom.has(name),
  };
}

const bare = (name: string) => name.slice('custom.'.length);

function visible(fields: ReadonlyMap<string, Field>, narrowed: ReadonlyMap<string, FieldAccess>): Map<string, Field> {
  const left = new Map<string, Field>();
  for (const [name, field] of fields) {
    const access = narrowed.get(name);
    if (access === 'masked') left.set(name, { ...field, masked: true, filterable: false, sortable: false });
    else if (access !== 'hidden') left.set(name, field);
  }
  return left;
}

function sortable({ defaultSort }: ObjectType, narrowed: ReadonlyMap<string, FieldAccess>): string {
  return isRead(narrowed.get(defaultSort.replace(/^-/, ''))) ? defaultSort : '-createdAt';
}

/** Whether the actor may read all of these fields of an object. */
export async function mayReadFields(
  context: CatalogueReader,
  object: ObjectType,
  names: readonly string[],
): Promise<boolean> {
  if (!context.sight) return true;
  const { narrowed } = await seenBy(context, object);
  return names.every((name) => isRead(narrowed.get(name)));
}

/** For numbers that are made of fields. Errors: `not_allowed` where the actor may not read all of them. */
export async function refuseUnreadSums(
  context: CatalogueReader,
  object: ObjectType,
  names: readonly string[],
): Promise<void> {
  if (await mayReadFields(context, object, names)) return;
  throw new Problem('not_allowed', {
    detail: `These numbers are made of values of ${object.plural} that you may not read. An administrator says which roles may.`,
  });
}

/** Whether a field with this access may be read; one without bounds may. */
export const isRead = (access: FieldAccess | undefined) => access !== 'hidden' && access !== 'masked';

/** Fields that Kith sets by itself, whoever it is that writes. */
const setByKith = new Set(['source']);

/** Errors: `not_allowed` naming the first of these fields that the actor may not write. */
export async function refuseUnwritable(
  context: CatalogueReader,
  object: ObjectType,
  names: Iterable<string>,
): Promise<void> {
  if (!context.sight || isBeyondReach()) return;
  const { narrowed } = await seenBy(context, object);
  if (narrowed.size === 0) return;
  const every = await everyCustomField(context, object);
  for (const name of names) {
    const field = object.fields.get(name) ?? every.get(name);
    if (!field || field.readOnly || setByKith.has(name) || !narrowed.has(name)) continue;
    throw new Problem('not_allowed', {
      detail: `You may not write the field '${name}' of ${object.plural} (${field.label}). An administrator says which roles may.`,
      mistakes: [{ path: name.replace(/^custom\./, 'customFields.'), message: 'may not be written by you' }],
    });
  }
}
