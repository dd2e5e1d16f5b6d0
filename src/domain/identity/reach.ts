import type { Actor } from '#platform/actor';
import type { Sql } from '#platform/database';
import { Problem } from '#platform/errors';
import { covers, type Grant, grantOfKey, grantOfUser } from './rules/grants.ts';
import { everybody } from './rules/roles.ts';
import { permissionsOfUser, roleByName } from './store/roles.ts';

/** What a user may do, by role and by what is said of them alone. */
export async function grantOfPerson(sql: Sql, user: { id: string; role: string }): Promise<Grant> {
  return grantOfUser(await roleByName(sql, user.role), await permissionsOfUser(sql, user.id));
}

/** What a key with a role and scopes may do. */
export async function grantOfScopes(sql: Sql, role: string, scopes: readonly string[] | null): Promise<Grant> {
  return grantOfKey(await roleByName(sql, role), scopes);
}

/**
 * Throws `not_allowed` when this is more than the actor may do: otherwise a narrow key could make itself a wide one. What everybody may do is
 * nothing to hand out.
 */
export function refuseAboveOwn(actor: Actor, wanted: Grant): void {
  const permissions = new Set([...wanted.permissions].filter((one) => !everybody.has(one)));
  const held = { permissions: actor.permissions, denied: actor.denied ?? new Set<string>() };
  if (covers(held, { permissions, denied: wanted.denied })) return;
  throw new Problem('not_allowed', {
    detail: `${actor.name} (${actor.role}) may not hand out or change what reaches beyond its own permissions. Ask an administrator.`,
  });
}
