import { coversAll, narrowed, overlap } from './permissions.ts';
import { everybody, permissionsOf, roleNamed } from './roles.ts';

/** What somebody may do, and what not in any case. Both with wildcards. */
export interface Grant {
  permissions: ReadonlySet<string>;
  denied: ReadonlySet<string>;
}

/** A role as it is stored; what a built-in one grants stands in the code. */
export interface StoredRole {
  name: string;
  system: boolean;
  basedOn: string | null;
  permissions: readonly string[];
  denied: readonly string[];
}

/** What is said of a single user beside the role. */
export interface OwnPermissions {
  granted: readonly string[];
  denied: readonly string[];
}

const nothing: ReadonlySet<string> = new Set();

/** What a role grants; nothing when there is none. Who one is can always be read. */
export function grantOfRole(role: StoredRole | undefined): Grant {
  if (!role) return { permissions: nothing, denied: nothing };
  if (role.system || roleNamed(role.name)) return { permissions: permissionsOf(role.name), denied: nothing };
  const inherited = role.basedOn ? permissionsOf(role.basedOn) : nothing;
  return { permissions: new Set([...everybody, ...inherited, ...role.permissions]), denied: new Set(role.denied) };
}

/** What a user may do: the role, and what is said of the user alone. */
export function grantOfUser(role: StoredRole | undefined, own: OwnPermissions | undefined): Grant {
  const { permissions, denied } = grantOfRole(role);
  if (!own || own.granted.length + own.denied.length === 0) return { permissions, denied };
  return { permissions: new Set([...permissions, ...own.granted]), denied: new Set([...denied, ...own.denied]) };
}

/** What a key may do: the role, narrowed by scopes where there are some. */
export function grantOfKey(role: StoredRole | undefined, scopes: readonly string[] | null): Grant {
  const { permissions, denied } = grantOfRole(role);
  if (!scopes || permissions.size === 0) return { permissions, denied };
  return { permissions: new Set(['session:read', ...narrowed(permissions, scopes)]), denied };
}

/** Whether everything in `wanted` may be done by who holds `held`: nobody hands out more than they have, nor what is denied to them. */
export function covers(held: Grant, wanted: Grant): boolean {
  if (!coversAll(held.permissions, wanted.permissions)) return false;
  return [...held.denied].every(
    (denied) =>
      coversAll(wanted.denied, [denied]) || [...wanted.permissions].every((one) => overlap(one, denied) === undefined),
  );
}
