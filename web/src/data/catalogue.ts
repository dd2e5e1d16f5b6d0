import { queryOptions, useQuery } from '@tanstack/react-query';
import { kith } from './kith.ts';

/** A kind of record by the name that the catalogue has for it, as `contact`. */
export type ObjectName = string;
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
  | 'json'
  | 'id'
  | 'number'
  | 'percent'
  | 'multiChoice'
  | 'address'
  | 'references'
  | 'file';

export interface Option {
  value: string;
  label: string;
}

/** One field of a kind of record, as the server's catalogue declares it. */
export interface Field {
  /** Of a field that the workspace has added. */
  id?: string;
  name: string;
  label: string;
  type: FieldType;
  description: string;
  options?: Option[];
  /** The object that a reference points to. */
  to?: string;
  /** Of an amount whose currency does not stand in the record. */
  currency?: string;
  custom: boolean;
  sortable: boolean;
  filterable: boolean;
  editable: boolean;
  required?: boolean;
  /** What the reader may do with it; what is hidden from them is not listed. */
  access?: 'masked' | 'read' | 'write';
}

interface RawField extends Omit<Field, 'options'> {
  options?: string[];
  labels?: Record<string, string>;
}

/** `SALES_READY` → `Sales ready`. */
export function wordsOf(value: string): string {
  if (!/^[A-Z_]+$|^[a-z]+(_[a-z]+)*$/.test(value)) return value;
  if (value.length <= 3) return value.toUpperCase();
  const words = value.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Countries are stored by their ISO code and read by their name. */
function countries(): Option[] {
  const names = new Intl.DisplayNames([navigator.language, 'en'], { type: 'region', fallback: 'none' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  return [...letters]
    .flatMap((first) => [...letters].map((second) => first + second))
    .map((value) => ({ value, label: names.of(value) ?? '' }))
    .filter(({ value, label }) => label && !formerCodes.has(value))
    .sort((left, right) => left.label.localeCompare(right.label));
}

/** Names exist for codes that are no countries: former states, unions and reserved ones. */
const formerCodes = new Set('AN BU CS DD FX NT SU TP YD YU ZR UK EU EZ UN QO XA XB ZZ AC CP CQ DG EA IC TA'.split(' '));

function tidy({ options: words, labels = {}, ...field }: RawField): Field {
  // Of a masked value only the mask is shown, whatever it is of.
  if (field.access === 'masked') return { ...field, type: 'text' };
  if (field.type === 'country') return { ...field, options: countries() };
  // Choices of the workspace are words already, as people wrote them.
  const said = (value: string) => labels[value] ?? (field.custom ? value : wordsOf(value));
  return words?.length ? { ...field, options: words.map((value) => ({ value, label: said(value) })) } : field;
}

export const catalogueOptions = (object: ObjectName) =>
  queryOptions({
    queryKey: ['fields', object],
    queryFn: async ({ signal }) => {
      const answer = await kith.call<{ data: RawField[] }>(
        { method: 'GET', path: '/fields/:object' },
        { object },
        { signal },
      );
      return answer.data.map(tidy);
    },
    staleTime: 10 * 60_000,
  });

const none: Field[] = [];

/** The fields of a kind of record, in the catalogue's order; empty until they are there. */
export function useFields(object: ObjectName): Field[] {
  return useQuery(catalogueOptions(object)).data ?? none;
}

export function useFieldMap(object: ObjectName): ReadonlyMap<string, Field> {
  return useQuery({ ...catalogueOptions(object), select: mapOf }).data ?? emptyMap;
}

const emptyMap: ReadonlyMap<string, Field> = new Map();
const mapOf = (fields: Field[]): ReadonlyMap<string, Field> => new Map(fields.map((field) => [field.name, field]));
