import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import type { Query } from '#platform/database';
import type { Field, ObjectType } from '#platform/fields';

/** A record about to be written. */
export interface RecordDraft {
  id: string;
  /** The values that are stored; undefined when the record is new. */
  before: Values | undefined;
  /** The values to write, by field; `prepare` may add to them. */
  set: Values;
  /** Columns beside the fields, such as keys for matching. */
  columns: Record<string, unknown>;
  /** What a bulk writer knows besides the fields; only the kind understands it. */
  extra: unknown;
  /** The values are those from before a change that is taken back: they were right once. */
  undoing?: boolean;
}

/** A record that has been written. */
export interface WrittenRecord {
  id: string;
  before: Values | undefined;
  after: Values;
  /** Names of the fields that changed. */
  changed: ReadonlySet<string>;
  extra: unknown;
}

/** A kind of record with what is special about it; everything else follows from its fields. */
export interface RecordKind {
  object: ObjectType;
  /** Completes and normalises values before they are written. Throws a Problem to refuse. */
  prepare?(context: Context, drafts: RecordDraft[]): Promise<void>;
  /** Its `prepare` says who owns new records. */
  findsOwners?: boolean;
  /** Keeps what lies beside the table in step, in the same transaction. */
  afterWrite?(context: Context, written: WrittenRecord[]): Promise<void>;
  /** Removes what lies beside the table, before records are removed for good. */
  beforePurge?(context: Context, ids: readonly string[]): Promise<void>;
  /** The condition that a record `t` must meet to be there for the actor; without it everybody sees all of the workspace. */
  visible?(context: Context): Query<unknown> | undefined;
  /** Where records move to when others become one: makes room for them there. It stands for `prepare`, which they have been through. */
  prepareMove?(context: Context, drafts: RecordDraft[]): Promise<void>;
  /** Whether it may stand where it would come to when records become one; it may unless told. */
  mayMove?(after: Values): boolean;
  /** What a record is of which there is one at most, as one user's follow: of two that would come together the second stays where it is. */
  onlyOnce?(values: Values): string | undefined;
  /** What the first of two takes over from the one that stays where it is. */
  takeOver?(kept: Values, other: Values): Values;
  /** A value without what one change did to it, though it has been changed again since; undefined leaves it as it is. */
  withoutChange?(name: string, values: { before: unknown; after: unknown; now: unknown }): unknown;
  /** What choice fields offer where the workspace sets that, by field: the values with what they are called, in their order. */
  choices?(context: Pick<Context, 'sql'>): Promise<ReadonlyMap<string, readonly { name: string; label: string }[]>>;
  /** Conditions of its own for `field operator value`: a query of the ids that match. */
  filters?: Readonly<Record<string, (operator: string, value: unknown) => Query<unknown> | undefined>>;
}

const kinds = new Map<string, RecordKind>();

/** Declares what is special about a kind of record. */
export function defineKind(kind: RecordKind): RecordKind {
  kinds.set(kind.object.name, kind);
  return kind;
}

/** The kind of an object; one that has nothing special is just its fields. */
export function kindOf(object: ObjectType): RecordKind {
  return kinds.get(object.name) ?? { object };
}

/** The fields that Kith declares of a kind, with the choices that the workspace has set. */
export async function declaredFields(context: Pick<Context, 'sql'>, object: ObjectType): Promise<Field[]> {
  const choices = await kindOf(object).choices?.(context);
  return [...object.fields.values()].map((field) => {
    const own = choices?.get(field.name);
    if (!own) return field;
    const labels = Object.fromEntries(own.map(({ name, label }) => [name, label]));
    return { ...field, choices: own.map(({ name }) => name), labels };
  });
}
