import pino from 'pino';

const secretKey =
  /(authorization|cookie|passw(or)?d|passphrase|secret|token|api_?-?key|master_?key|private_?key|^key$|credential)/i;
/** Keys that speak about a secret without holding it. */
const harmlessKey = /(key|token)_?(id|prefix|name|count)s?$/i;
/** PostgreSQL repeats the values of the row in these. */
const rowValueKey = /^(detail|where|internalQuery|parameters)$/;
const depthLimit = 6;

function hidden(key: string, value: unknown, fromDatabase: boolean): string | undefined {
  if (value === undefined || value === null || typeof value === 'boolean') return undefined;
  if (secretKey.test(key) && !harmlessKey.test(key)) return '[secret]';
  return fromDatabase && rowValueKey.test(key) ? '[values]' : undefined;
}

function writesItself(value: object): boolean {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

/**
 * The same value with what stands under a secret's name replaced, to a depth of 6; below that `[deep]`.
 * Untouched objects are returned as they are; errors become their type, message, stack and fields.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    if (depth >= depthLimit) return '[deep]';
    const items = value.map((item) => redact(item, depth + 1));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (value instanceof Error) return redact({ ...pino.stdSerializers.err(value) }, depth);
  if (writesItself(value)) return value;
  if (depth >= depthLimit) return '[deep]';
  const fromDatabase = 'severity' in value && 'routine' in value;
  let copy: Record<string, unknown> | undefined;
  for (const [key, item] of Object.entries(value)) {
    const next = hidden(key, item, fromDatabase) ?? redact(item, depth + 1);
    if (next !== item) {
      copy ??= { ...value };
      copy[key] = next;
    }
  }
  return copy ?? value;
}

const rules: [needle: string, pattern: RegExp, replacement: string][] = [
  ['kith_', /\bkith_[\w-]{12,}/g, 'kith_[secret]'],
  ['earer ', /\b(bearer) [\w.~+/=-]{6,}/gi, '$1 [secret]'],
  ['://', /(:\/\/[^\s/:@"']*):[^\s@"']+@/g, '$1:[secret]@'],
  ['=', /([?&](?:[\w-]*token|key|secret|code|password)=)[^&\s"'#\\]+/gi, '$1[secret]'],
  ['@', /[\w.!#$%&'*+=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi, '[e-mail]'],
];

/** A finished line without keys of ours, bearer tokens, passwords in URLs, sign-in links and e-mail addresses, wherever they slipped in. */
export function scrubLine(line: string): string {
  let scrubbed = line;
  for (const [needle, pattern, replacement] of rules) {
    if (scrubbed.includes(needle)) scrubbed = scrubbed.replace(pattern, replacement);
  }
  return scrubbed;
}
