import { Problem } from '#platform/errors';

type Values = Record<string, unknown>;

function refuse(path: string, detail: string, message: string): never {
  throw new Problem('validation_failed', { detail, mistakes: [{ path, message }] });
}

/** Checks what is to be written of a share, given what is stored. Errors: `validation_failed`. */
export function completeShare(set: Values, before: Values | undefined, roles: ReadonlySet<string>, now: Date): void {
  const whole = { ...before, ...set };
  if (before && set.recordId !== undefined && set.recordId !== before.recordId)
    refuse('recordId', 'A share is of one record. Share the other one by itself.', 'cannot be changed');
  if ([whole.userId, whole.role, whole.teamId].filter(Boolean).length !== 1)
    refuse(
      'userId',
      'A record is shared with a user, a team or a role: give one of them.',
      'is needed, or teamId, or role',
    );
  if (typeof set.role === 'string' && !roles.has(set.role))
    refuse('role', `There is no role '${set.role}'. They are ${[...roles].join(', ')}.`, 'is not a role');
  if (typeof set.until === 'string' && set.until !== before?.until && new Date(set.until) <= now)
    refuse('until', 'A share ends in the future. Delete it to end it now.', 'is past');
}

/** What a share takes over from another one with the same people: they may do what either allowed, as long as the longer one. */
export function widerShare(kept: Values, other: Values): Values {
  const wider: Values = {};
  if (kept.access !== 'write' && other.access === 'write') wider.access = 'write';
  if (kept.until && (!other.until || String(other.until) > String(kept.until))) wider.until = other.until ?? null;
  return wider;
}
