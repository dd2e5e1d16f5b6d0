import { Problem } from '#platform/errors';

type Values = Record<string, unknown>;

function refuse(path: string, detail: string, message: string): never {
  throw new Problem('validation_failed', { detail, mistakes: [{ path, message }] });
}

/** Brings the values of a relationship in order, given what is stored. Errors: `validation_failed`. */
export function completeRelationship(set: Values, before: Values | undefined): void {
  const now = { ...before, ...set };
  if (now.fromId === now.toId) refuse('toId', 'A relationship is between two records.', 'is the same record as fromId');
  if (set.strength === null) set.strength = before?.strength ?? 50;
  if (now.type !== 'custom') set.label = '';
  else {
    const label = String(now.label ?? '').trim();
    if (label === '') refuse('label', 'A custom relationship has a label, such as "mentor".', 'must not be empty');
    set.label = label;
  }
  const { since, until } = now;
  if (typeof since === 'string' && typeof until === 'string' && until < since)
    refuse('until', 'A relationship ends on the day on which it began, or later.', 'is before since');
}
