/** The bytes that are wanted: from `start` up to `end`, which is not among them. */
export interface Range {
  start: number;
  end: number;
}

/**
 * The part that a `Range` header asks for (RFC 9110): `none` when it lies behind the end, undefined for the whole, which is also the answer
 * to what is not understood and to several parts at once.
 */
export function rangeOf(header: string | undefined, size: number): Range | 'none' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (!match) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const suffix = Math.min(Number(last), size);
    return suffix === 0 ? 'none' : { start: size - suffix, end: size };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return undefined;
  if (start >= size) return 'none';
  return { start, end: last === '' ? size : Math.min(Number(last) + 1, size) };
}
