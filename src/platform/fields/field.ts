/**
 * The types a field can have. `decimal` is stored in hundredths, `money` in minor units of its currency; `tags` is a list of words; `record`
 * is a record of any kind, whose kind stands in a column of its own (`from_id`, `from_type`); `references` is a list of records. Only custom
 * fields are of the types `number`, `percent`, `multiChoice`, `address`, `references` and `file`.
 */
export type FieldType =
  | 'text'
  | 'longText'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'date'
  | 'dateTime'
  | 'boolean'
  | 'choice'
  | 'tags'
  | 'email'
  | 'phone'
  | 'url'
  | 'country'
  | 'reference'
  | 'user'
  | 'record'
  | 'json'
  | 'id'
  | 'number'
  | 'percent'
  | 'multiChoice'
  | 'address'
  | 'references'
  | 'file';

/** How sensitive a value is; who may read a class is decided by role. */
export type PrivacyClass = 'public' | 'internal' | 'confidential' | 'restricted';

/** Which value survives when two records become one. */
export type MergePolicy = 'mostRecent' | 'mostTrusted' | 'mostComplete' | 'furthest' | 'union' | 'keepWinner';

/** What a value must be like, beyond its type. */
export interface ValueRules {
  min?: number | undefined;
  max?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  /** A pattern that the whole text must match, as `[A-Z]{2}[0-9]+`. */
  pattern?: string | undefined;
  allowed?: readonly (string | number)[] | undefined;
}

/** How the value of a field follows from others: a formula over the record's own fields, or the sum of records that refer to it. */
export type Computed =
  | { kind: 'formula'; formula: string }
  | {
      kind: 'rollup';
      /** The kind of the records that are summed up, and its field that refers to the record. */
      object: string;
      by: string;
      function: 'count' | 'sum' | 'avg' | 'min' | 'max';
      of?: string | undefined;
      filter?: unknown;
    };

export interface FieldOptions {
  label: string;
  /** One sentence: what the field is for. */
  description: string;
  /** The column, when it is not the name in snake_case. */
  column?: string;
  /** Sealed with the person's key in the history. */
  personal?: boolean;
  privacy?: PrivacyClass;
  required?: boolean;
  maxLength?: number;
  choices?: readonly string[];
  /** The object that a reference points to. */
  to?: string;
  /** JSON that is a list and not an object. */
  many?: boolean;
  /** A reference that is answered by its id alone, without the name of the record beside it. */
  bare?: boolean;
  /** Other names that inputs, filters and sorts may use for it. */
  otherNames?: readonly string[];
  /** Of money: the field that holds its currency; without one it is in the currency of the workspace. */
  currencyIn?: string;
  /** The field by which lists filter and sort instead: amounts of several currencies are compared in one. */
  comparedBy?: string;
  /** The prefix of the ids of that object, where it belongs to a workspace. */
  prefix?: string;
  /** Equal values point to the same person or company: surely, or perhaps. */
  identity?: 'strong' | 'weak';
  /** Other names that columns of files have for it, in any language. */
  aliases?: readonly string[];
  merge?: MergePolicy;
  /** Fields of the same group come from one record when records become one: street and town of an address. */
  together?: string;
  /** The list that takes the values which do not become the value of this field when records become one. */
  further?: string;
  /** Set by Kith alone: not in forms, imports or updates. */
  readOnly?: boolean;
  /** Computed from other things: no history, no version. */
  derived?: boolean;
  filterable?: boolean;
  sortable?: boolean;
  /** The value of a new record when none is given. */
  initial?: unknown;
  minimum?: number;
  maximum?: number;
  /** No two records may have the same value. */
  unique?: boolean;
  rules?: ValueRules;
  /** What choices are called, by choice, where that is not how they are written. */
  labels?: Readonly<Record<string, string>>;
  /** Colours of choices, by choice. */
  colors?: Readonly<Record<string, string>>;
  /** The currency of all values of a custom field of money. */
  currency?: string;
  computed?: Computed;
  /** Of a field that Kith derives: the fields of the same record that could be told from it. Who may not read one of them does not read it either. */
  follows?: readonly string[];
}

/** One thing that Kith knows about a record. */
export interface Field extends FieldOptions {
  name: string;
  type: FieldType;
  column: string;
  personal: boolean;
  privacy: PrivacyClass;
  aliases: readonly string[];
  merge: MergePolicy;
  readOnly: boolean;
  derived: boolean;
  filterable: boolean;
  sortable: boolean;
  /** The id of its entry in `custom_fields`; the built-in ones have none, but for those kept in `field_values` as well. */
  valuesId?: string;
  custom: boolean;
  /** As an actor sees it who may know that it is there, and not what it holds. */
  masked?: boolean;
}

export type FieldDraft = FieldOptions & { type: FieldType };

/** `firstName` → `first_name`. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const neverSorted = new Set<FieldType>([
  'longText',
  'json',
  'tags',
  'reference',
  'user',
  'record',
  'boolean',
  'multiChoice',
  'references',
  'file',
]);

/** The column in which the kind of a `record` field stands: `from_id` → `from_type`. */
export function kindColumn(field: Pick<Field, 'column'>): string {
  return field.column.replace(/_id$/, '_type');
}

/** Completes a declaration with what follows from its type. */
export function completeField(name: string, draft: FieldDraft): Field {
  return {
    ...draft,
    name,
    column: draft.column ?? snakeCase(name),
    personal: draft.personal ?? false,
    privacy: draft.privacy ?? 'internal',
    aliases: draft.aliases ?? [],
    merge: draft.merge ?? 'mostRecent',
    readOnly: draft.readOnly ?? false,
    derived: draft.derived ?? false,
    filterable: draft.filterable ?? draft.type !== 'json',
    sortable: draft.sortable ?? !neverSorted.has(draft.type),
    custom: false,
  };
}

type Declare = (options: FieldOptions) => FieldDraft;
const of =
  (type: FieldType): Declare =>
  (options) => ({ ...options, type });

/** The words in which `fields.ts` declares a record's fields. */
export const field = {
  text: of('text'),
  longText: of('longText'),
  integer: of('integer'),
  decimal: of('decimal'),
  money: of('money'),
  date: of('date'),
  dateTime: of('dateTime'),
  boolean: of('boolean'),
  choice: of('choice'),
  tags: of('tags'),
  email: of('email'),
  phone: of('phone'),
  url: of('url'),
  country: of('country'),
  reference: of('reference'),
  user: of('user'),
  record: of('record'),
  json: of('json'),
  id: of('id'),
};
