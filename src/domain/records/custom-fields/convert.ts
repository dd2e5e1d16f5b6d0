import { customValueSchema, type Field } from '#platform/fields';

/** What becomes of a value when its field gets another type. */
export type Converted = { value: unknown } | { lost: string };

const yes = new Set(['yes', 'true', '1', 'y', 'ja', 'oui', 'sí', 'x']);
const no = new Set(['no', 'false', '0', 'n', 'nein', 'non']);

/** A value as people would write it. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  if (value !== null && typeof value === 'object') return Object.values(value).filter(Boolean).join(', ');
  return String(value);
}

/** `1,234.5`, `1234,5` and `12 %` as a number. */
function numberOf(text: string): number {
  const bare = text.replace(/[\s'%]|[A-Z]{3}|[€$£]/g, '');
  const point = bare.includes('.') || !/^-?\d+,\d{1,2}$/.test(bare) ? bare.replaceAll(',', '') : bare.replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(point) ? Number(point) : Number.NaN;
}

function dateOf(text: string, to: 'date' | 'dateTime'): string | undefined {
  const given = text.trim();
  if (!/^\d{4}-\d\d-\d\d/.test(given) || Number.isNaN(Date.parse(given))) return undefined;
  return to === 'date' ? given.slice(0, 10) : new Date(given).toISOString();
}

const linked = new Set<Field['type']>(['reference', 'references', 'user', 'file']);

/** The value in the shape that the type takes, if there is one; the schema then decides. */
function shaped(from: Field['type'], to: Field, value: unknown): unknown {
  const text = textOf(value).trim();
  if (linked.has(to.type)) {
    if (to.type === 'references' && from === 'reference') return [value];
    if (to.type === 'reference' && from === 'references' && Array.isArray(value) && value.length === 1) return value[0];
    return undefined;
  }
  switch (to.type) {
    case 'number':
    case 'percent':
    case 'decimal':
    case 'integer':
    case 'money':
      return typeof value === 'boolean' ? Number(value) : numberOf(text);
    case 'boolean':
      return yes.has(text.toLowerCase()) ? true : no.has(text.toLowerCase()) ? false : undefined;
    case 'date':
    case 'dateTime':
      return dateOf(text, to.type);
    case 'choice':
      return optionOf(to, text);
    case 'multiChoice':
      return (Array.isArray(value) ? value : text.split(/[;,]/)).map((one) => optionOf(to, textOf(one).trim()));
    case 'tags':
      return Array.isArray(value)
        ? value.map(textOf)
        : text
            .split(/[;,]/)
            .map((one) => one.trim())
            .filter(Boolean);
    case 'address':
      return { street: text };
    default:
      return text;
  }
}

function optionOf({ choices = [] }: Field, text: string): string {
  return choices.find((choice) => choice.toLowerCase() === text.toLowerCase()) ?? text;
}

/** A value of one type as a value of the field; one that is fit already stays, so that converting twice changes nothing. */
export function convertValue(from: Field['type'], to: Field, value: unknown): Converted {
  if (value === null || value === undefined) return { value: null };
  const schema = customValueSchema({ ...to, required: false });
  const asIs = linked.has(to.type) && !linked.has(from) ? undefined : schema.safeParse(value);
  if (asIs?.success) return { value: asIs.data };
  const made = shaped(from, to, value);
  if (made === undefined || (typeof made === 'number' && Number.isNaN(made))) return { lost: `is not a ${to.type}` };
  const result = schema.safeParse(made);
  return result.success ? { value: result.data } : { lost: result.error.issues[0]?.message ?? `is not a ${to.type}` };
}

export interface ConversionPreview {
  values: number;
  convertible: number;
  lost: number;
  /** A few values with what becomes of them, those that would be lost first. */
  examples: { value: unknown; count: number; becomes: unknown; lost?: string }[];
}

const mostExamples = 20;

/** What a conversion would do to values, which come with how often each is there. */
export function previewConversion(
  from: Field['type'],
  to: Field,
  values: readonly { value: unknown; count: number }[],
): ConversionPreview {
  const fates = values.map((one) => ({ ...one, fate: convertValue(from, to, one.value) }));
  const count = (fatesOf: typeof fates) => fatesOf.reduce((sum, one) => sum + one.count, 0);
  const lost = fates.filter(({ fate }) => 'lost' in fate);
  const kept = fates.filter(({ fate }) => 'value' in fate);
  const examples = [...lost.slice(0, mostExamples / 2), ...kept.slice(0, mostExamples / 2)].map((one) => ({
    value: one.value,
    count: one.count,
    becomes: 'value' in one.fate ? one.fate.value : null,
    ...('lost' in one.fate ? { lost: one.fate.lost } : {}),
  }));
  return { values: count(fates), convertible: count(kept), lost: count(lost), examples };
}
