import { Problem } from '#platform/errors';

/** `2026-11-29T10:00:00.000Z` and 12 → the text that names the place behind an entry. */
export function placeText(at: Date, seq: number): string {
  return Buffer.from(`${at.getTime()}.${seq}`).toString('base64url');
}

/** Reads it again. Errors: `bad_request`. */
export function parsePlace(text: string): { at: Date; seq: number } {
  const parts = /^(\d{1,15})\.(\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString());
  if (!parts) {
    throw new Problem('bad_request', {
      detail: 'This cursor is not one of ours. Take it from page.next of the page before.',
    });
  }
  return { at: new Date(Number(parts[1])), seq: Number(parts[2]) };
}
