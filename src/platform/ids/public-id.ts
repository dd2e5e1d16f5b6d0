import { Problem } from '#platform/errors';

const uuidPattern = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/** `ct` + a UUID → `ct_` and its 32 hexadecimal digits, as the API shows it. */
export function publicId(prefix: string, uuid: string): string {
  return `${prefix}_${uuid.replaceAll('-', '')}`;
}

/** A prefixed id or a plain UUID → the UUID in its canonical form; undefined when it is neither, or has another kind's prefix. */
export function tryParseId(prefix: string, text: string): string | undefined {
  const bare = text.startsWith(`${prefix}_`) ? text.slice(prefix.length + 1) : text;
  if (!uuidPattern.test(bare)) return undefined;
  const hex = bare.replaceAll('-', '').toLowerCase();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** As tryParseId; throws `not_found`, since an id that cannot exist names nothing. */
export function parseId(prefix: string, text: string): string {
  const uuid = tryParseId(prefix, text);
  if (!uuid)
    throw new Problem('not_found', {
      detail: `'${text.slice(0, 60)}' is not the id of anything here; ids look like ${prefix}_0192f1….`,
    });
  return uuid;
}
