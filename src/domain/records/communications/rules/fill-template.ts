/** What is known for the places of a template: `contact` → `firstName` → value. */
export type Known = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const place = /\{\{\s*([a-z][A-Za-z]*)\.([A-Za-z][A-Za-z0-9.]*)\s*(?:\|([^{}]*))?\}\}/g;

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const name = (value as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' && name ? name : undefined;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/**
 * Puts what is known into the places of a text: `{{contact.firstName|there}}` is the first name, or "there" where none is known. In HTML the
 * values are escaped. Places for which neither is there stay empty and are told in `missing`.
 */
export function fillTemplate(text: string, known: Known, form: 'text' | 'html'): { text: string; missing: string[] } {
  const missing = new Set<string>();
  const filled = text.replace(place, (_whole, object: string, field: string, otherwise: string | undefined) => {
    const record = Object.hasOwn(known, object) ? known[object] : undefined;
    const value = (record && Object.hasOwn(record, field) ? textOf(record[field]) : undefined) ?? otherwise?.trim();
    if (value === undefined) missing.add(`${object}.${field}`);
    return form === 'html' ? escaped(value ?? '') : (value ?? '');
  });
  return { text: filled, missing: [...missing] };
}
