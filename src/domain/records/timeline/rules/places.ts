import { Problem } from '#platform/errors';

/** A place in a timeline: the latest come first, of two of the same moment the greater id. */
export interface Place {
  at: Date;
  /** UUID. */
  id: string;
}

function later(a: Place, b: Place): number {
  return b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

/** The latest `limit` of several lists, and whether more are left. */
export function latest<Entry extends Place>(
  lists: readonly (readonly Entry[])[],
  limit: number,
): { entries: Entry[]; more: boolean } {
  const all = lists.flat().sort(later);
  return { entries: all.slice(0, limit), more: all.length > limit };
}

/** What comes after an entry, as a cursor. */
export function cursorAfter({ at, id }: Place): string {
  return Buffer.from(JSON.stringify([at.getTime(), id])).toString('base64url');
}

/** The place that a cursor stands for. Throws `bad_request` for one that is not ours. */
export function placeOf(cursor: string): Place {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (Number.isSafeInteger(at) && Math.abs(at as number) < 8.64e15 && /^[0-9a-f-]{36}$/.test(String(id)))
      return { at: new Date(at as number), id: String(id) };
  } catch {
    // Falls through to the refusal: what cannot be read is not one of ours.
  }
  throw new Problem('bad_request', {
    detail: 'This cursor is not one of ours. Take it from page.next of the page before.',
  });
}
