import { Problem } from '#platform/errors';

/** What a cursor says: the list that it belongs to, the key of the last record shown, and its id. */
export interface Cursor {
  list: string;
  key: string | number | null;
  id: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cursor as the API shows it. */
export function cursorText({ list, key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([list, key, id])).toString('base64url');
}

/** Reads a cursor. Errors: `bad_request` for what is none of ours. */
export function parseCursor(text: string): Cursor {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === 3) {
      const [list, key, id] = parts;
      const usable = key === null || typeof key === 'number' || (typeof key === 'string' && !key.includes('\u0000'));
      if (typeof list === 'string' && usable && typeof id === 'string' && uuid.test(id)) return { list, key, id };
    }
  } catch {
    // Falls through to the refusal: what cannot be read is not one of ours.
  }
  throw foreignCursor();
}

/** The Problem for a cursor that cannot be one of ours. */
export function foreignCursor(): Problem {
  return new Problem('bad_request', {
    detail: 'This cursor is not one of ours. Take it from page.next of the list before.',
  });
}

/** The Problem for a cursor of another list. */
export function otherListsCursor(): Problem {
  return new Problem('bad_request', {
    detail: 'This cursor belongs to a list with another sort or search. Start again without a cursor.',
  });
}
