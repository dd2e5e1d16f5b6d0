import { Problem } from '#platform/errors';

/** A place in the list of change sets: the latest come first, of one moment the greater id. */
export interface Place {
  at: Date;
  /** UUID. */
  id: string;
}

/** What comes after a change set, as a cursor. */
export function cursorAfter({ at, id }: Place): string {
  return Buffer.from(JSON.stringify([at.getTime(), id])).toString('base64url');
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The place that a cursor stands for. Throws `bad_request` for one that is not ours. */
export function placeOf(cursor: string): Place {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (Number.isSafeInteger(at) && Math.abs(at as number) < 8.64e15 && uuid.test(String(id)))
      return { at: new Date(at as number), id: String(id) };
  } catch {
    // Falls through to the refusal: what cannot be read is not one of ours.
  }
  throw new Problem('bad_request', {
    detail: 'This cursor is not one of ours. Take it from page.next of the page before.',
  });
}
