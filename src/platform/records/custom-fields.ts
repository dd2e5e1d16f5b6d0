import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import {
  type Computed,
  completeField,
  type Field,
  type FieldType,
  type ObjectType,
  objectCatalogue,
  type ValueRules,
} from '#platform/fields';
import { type CustomObjectRow, objectOf } from './custom-object.ts';

interface CustomFieldRow {
  id: string;
  object: string;
  name: string;
  label: string;
  description: string;
  type: FieldType;
  options: string[];
  required: boolean;
  indexed: boolean;
  privacy: Field['privacy'];
  unique: boolean;
  default: unknown;
  rules: ValueRules;
  colors: Record<string, string>;
  target: string | null;
  currency: string | null;
  computed: Computed | null;
  deleted: boolean;
}

/** A roll-up: the kind of record that has the field, and the field. */
export interface Rollup {
  parent: string;
  field: Field;
  computed: Extract<Computed, { kind: 'rollup' }>;
}

/** What a workspace has added to the catalogue. */
export interface Additions {
  until: number;
  objects: ReadonlyMap<string, ObjectType>;
  fields: ReadonlyMap<string, ReadonlyMap<string, Field>>;
  /** Names of deleted fields whose values still stand with the records, by object. */
  hidden: ReadonlyMap<string, readonly string[]>;
  /** Roll-ups by the kind of record that they sum up. */
  rollups: ReadonlyMap<string, readonly Rollup[]>;
}

export type CatalogueReader = Pick<Context, 'sql' | 'workspaceId' | 'now'> & Partial<Pick<Context, 'sight'>>;

const kept = new Map<string, Additions>();
const keptMs = 5000;

/** What transactions see that have changed the catalogue themselves: nobody else may, before they commit. */
const uncommitted = new WeakMap<object, Additions | undefined>();

/** Forgets what is known of a workspace's fields and objects, after one has changed here; other processes notice within 5 s. */
export function forgetCustomFields(workspaceId: string): void {
  kept.delete(workspaceId);
}

/** Says that a transaction changes the catalogue: it sees its own changes at once, and everybody here does when it has committed. */
export function catalogueChanges({ tx, workspaceId }: Pick<Context, 'tx' | 'workspaceId'>): void {
  uncommitted.set(tx, undefined);
  tx.afterCommit(() => forgetCustomFields(workspaceId));
}

const columns =
  sql.raw(`id, object, name, label, description, type, options, required, indexed, privacy, is_unique as "unique",
  default_value as "default", rules, colors, target, currency, computed, deleted_at is not null as deleted`);

/** What the workspace has added to the catalogue, read at most every 5 s in this process. */
export async function additionsOf(context: CatalogueReader): Promise<Additions> {
  const ownView = uncommitted.has(context.sql);
  const known = ownView ? uncommitted.get(context.sql) : kept.get(context.workspaceId);
  const nowMs = context.now.getTime();
  if (known && known.until > nowMs) return known;
  const [rows, objects] = await Promise.all([
    context.sql.rows<CustomFieldRow>(sql`select ${columns} from custom_fields
      where workspace_id = kith.workspace_id() and purged_at is null order by position, created_at, id`),
    objectsOf(context),
  ]);
  const additions = { until: nowMs + keptMs, objects, ...sorted(rows, objects) };
  if (ownView) uncommitted.set(context.sql, additions);
  else kept.set(context.workspaceId, additions);
  return additions;
}

async function objectsOf({ sql: reader }: CatalogueReader): Promise<Map<string, ObjectType>> {
  const template = [...objectCatalogue().values()].find((object) => object.template);
  if (!template) return new Map();
  const rows = await reader.rows<CustomObjectRow>(sql`select id, name, plural, label, plural_label as "pluralLabel",
    name_label as "nameLabel", description, prefix from custom_objects
    where workspace_id = kith.workspace_id() and deleted_at is null order by name`);
  return new Map(rows.map((row) => [row.name, objectOf(template, row)]));
}

function sorted(rows: readonly CustomFieldRow[], objects: ReadonlyMap<string, ObjectType>) {
  const fields = new Map<string, Map<string, Field>>();
  const hidden = new Map<string, string[]>();
  const rollups = new Map<string, Rollup[]>();
  for (const row of rows) {
    if (row.deleted) {
      hidden.set(row.object, [...(hidden.get(row.object) ?? []), row.name]);
      continue;
    }
    const field = fieldOf(row, objects);
    const ofObject = fields.get(row.object) ?? new Map<string, Field>();
    fields.set(row.object, ofObject.set(field.name, field));
    const { computed } = field;
    if (computed?.kind !== 'rollup') continue;
    const one = { parent: row.object, field, computed };
    rollups.set(computed.object, [...(rollups.get(computed.object) ?? []), one]);
  }
  return { fields, hidden, rollups };
}

/** The custom fields of an object in this workspace, by their names in filters and histories (`custom.region`), in their order: also those that the actor may not read. */
export async function everyCustomField(
  context: CatalogueReader,
  object: ObjectType,
): Promise<ReadonlyMap<string, Field>> {
  if (!object.extensible) return new Map();
  return (await additionsOf(context)).fields.get(object.name) ?? new Map();
}

/** The custom fields of every kind of record in this workspace, by the name of the kind. */
export async function allCustomFields(
  context: CatalogueReader,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Field>>> {
  return (await additionsOf(context)).fields;
}

/** Names of deleted fields whose values still stand with the records of an object. */
export async function hiddenFieldsOf(context: CatalogueReader, object: ObjectType): Promise<readonly string[]> {
  if (!object.extensible) return [];
  return (await additionsOf(context)).hidden.get(object.name) ?? [];
}

/** The roll-ups that sum up records of an object. */
export async function rollupsOver(context: CatalogueReader, object: ObjectType): Promise<readonly Rollup[]> {
  return (await additionsOf(context)).rollups.get(object.name) ?? [];
}

/** The kinds of record that this workspace has made, by name. */
export async function workspaceObjects(context: CatalogueReader): Promise<ReadonlyMap<string, ObjectType>> {
  return (await additionsOf(context)).objects;
}

const neverSorted = new Set<FieldType>(['tags', 'longText', 'multiChoice', 'references', 'reference', 'user', 'file']);

function fieldOf(row: CustomFieldRow, objects: ReadonlyMap<string, ObjectType>): Field {
  const target = row.target ? (objectCatalogue().get(row.target) ?? objects.get(row.target)) : undefined;
  const draft = {
    type: row.type,
    label: row.label,
    description: row.description,
    privacy: row.privacy,
    required: row.required,
    personal: true,
    unique: row.unique,
    rules: row.rules,
    colors: row.colors,
    ...(row.default === null ? {} : { initial: row.default }),
    ...(row.options.length > 0 ? { choices: row.options } : {}),
    ...(row.target ? { to: row.target } : {}),
    ...(target ? { prefix: target.prefix } : {}),
    ...(row.currency ? { currency: row.currency } : {}),
    ...(row.computed ? { computed: row.computed, derived: true, readOnly: true } : {}),
    // Of a long text only the beginning is kept where lists look.
    filterable: row.indexed && row.type !== 'longText',
    sortable: row.indexed && !neverSorted.has(row.type),
  };
  return { ...completeField(`custom.${row.name}`, draft), column: 'custom_fields', valuesId: row.id, custom: true };
}
