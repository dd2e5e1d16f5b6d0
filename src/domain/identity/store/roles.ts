import { type Sql, sql, type Transaction } from '#platform/database';
import type { OwnPermissions, StoredRole } from '../rules/grants.ts';

export interface RoleRow extends StoredRole {
  id: string;
  label: string;
  description: string;
  createdAt: Date;
  updatedAt: Date;
}

const columns = sql.raw(`id, name, label, description, based_on as "basedOn", permissions, denied, system,
  created_at as "createdAt", updated_at as "updatedAt"`);

/** The role `r` of a query, as one value. */
export const storedRole =
  sql.raw(`case when r.id is not null then jsonb_build_object('name', r.name, 'system', r.system,
  'basedOn', r.based_on, 'permissions', r.permissions, 'denied', r.denied) end as "storedRole"`);

/** The roles of the workspace: the built-in ones first, then by name. */
export function roleRows(reader: Sql): Promise<RoleRow[]> {
  return reader.rows<RoleRow>(
    sql`select ${columns} from roles where workspace_id = kith.workspace_id() order by system desc, name`,
  );
}

export function roleByName(reader: Sql, name: string): Promise<RoleRow | undefined> {
  return reader.first<RoleRow>(
    sql`select ${columns} from roles where workspace_id = kith.workspace_id() and name = ${name}`,
  );
}

/** A role, locked against others who change it. */
export function lockRole(tx: Transaction, id: string): Promise<RoleRow | undefined> {
  return tx.first<RoleRow>(
    sql`select ${columns} from roles where workspace_id = kith.workspace_id() and id = ${id} for update`,
  );
}

export type RoleDraft = Pick<RoleRow, 'id' | 'name' | 'label' | 'description' | 'basedOn' | 'permissions' | 'denied'>;

/** False when there is a role of that name. */
export async function insertRole(tx: Transaction, role: RoleDraft, at: Date, by: string): Promise<boolean> {
  const { id, name, label, description, basedOn, permissions, denied } = role;
  const made = await tx.count(sql`
    insert into roles (id, name, label, description, based_on, permissions, denied, created_at, updated_at, created_by, updated_by)
    values (${id}, ${name}, ${label}, ${description}, ${basedOn}, ${permissions}::text[], ${denied}::text[], ${at}, ${at}, ${by}, ${by})
    on conflict (workspace_id, name) do nothing`);
  return made > 0;
}

export function updateRole(tx: Transaction, role: RoleDraft, at: Date, by: string): void {
  const { id, label, description, basedOn, permissions, denied } = role;
  tx.send(sql`update roles set label = ${label}, description = ${description}, based_on = ${basedOn},
      permissions = ${permissions}::text[], denied = ${denied}::text[], updated_at = ${at}, updated_by = ${by}
    where workspace_id = kith.workspace_id() and id = ${id} and not system`);
}

export function deleteRole(tx: Transaction, id: string): void {
  tx.send(sql`delete from roles where workspace_id = kith.workspace_id() and id = ${id} and not system`);
}

/** How many users and keys have a role, deleted and revoked ones included: these may come back. */
export async function holdersOf(reader: Sql, name: string): Promise<{ users: number; keys: number }> {
  const row = await reader.first<{ users: number; keys: number }>(sql`select
    (select count(*)::int from users where workspace_id = kith.workspace_id() and role = ${name}) as users,
    (select count(*)::int from api_keys where workspace_id = kith.workspace_id() and role = ${name}) as keys`);
  return row ?? { users: 0, keys: 0 };
}

export interface UserPermissions extends OwnPermissions {
  groups: readonly string[];
}

/** What is said of a user beside the role. */
export async function permissionsOfUser(reader: Sql, userId: string): Promise<UserPermissions> {
  const row = await reader.first<UserPermissions>(sql`select granted, denied, groups from user_permissions
    where workspace_id = kith.workspace_id() and user_id = ${userId}`);
  return row ?? { granted: [], denied: [], groups: [] };
}

export function setPermissionsOfUser(
  tx: Transaction,
  userId: string,
  { granted, denied, groups }: UserPermissions,
  at: Date,
  by: string,
): void {
  tx.send(sql`insert into user_permissions (user_id, granted, denied, groups, created_at, updated_at, created_by, updated_by)
    values (${userId}, ${granted}::text[], ${denied}::text[], ${groups}::text[], ${at}, ${at}, ${by}, ${by})
    on conflict (workspace_id, user_id) do update set granted = excluded.granted, denied = excluded.denied, groups = excluded.groups,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
}
