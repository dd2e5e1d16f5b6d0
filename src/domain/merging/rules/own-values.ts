/** A change of one field of a record, by somebody or by a merge. */
export interface FieldChange {
  /** The version of the record that it changed. */
  version: number;
  at: number;
  before: unknown;
  after: unknown;
  /** People or programs made it, not a merge. */
  isEdit: boolean;
  trust: number;
}

/** What a record held of its own before some version, without what merges brought; changes come oldest first. */
export function ownAt(now: unknown, changes: readonly FieldChange[], version: number): unknown {
  const until = changes.filter((change) => change.version < version);
  const edit = until.findLast((change) => change.isEdit);
  if (edit) return edit.after;
  const [first] = changes;
  return first ? first.before : now;
}

export const listed = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined || value === '' ? [] : [value];

const without = (list: readonly unknown[], gone: readonly unknown[]) => list.filter((one) => !gone.includes(one));

/** The list that a record holds of its own: what edits put in is in it, what they took out is not, whoever brought it. */
export function ownList(now: unknown, changes: readonly FieldChange[]): unknown[] {
  let own = listed(changes.length > 0 ? changes[0]?.before : now);
  for (const { before, after, isEdit } of changes) {
    if (!isEdit) continue;
    own = without(own, without(listed(before), listed(after)));
    own.push(...without(listed(after), [...listed(before), ...own]));
  }
  return own;
}

/** What edits have taken out of a list since a version. */
export function takenOut(changes: readonly FieldChange[], since: number): unknown[] {
  let gone: unknown[] = [];
  for (const { version, before, after, isEdit } of changes) {
    if (!isEdit || version < since) continue;
    gone = [...without(gone, listed(after)), ...without(listed(before), listed(after))];
  }
  return gone;
}
