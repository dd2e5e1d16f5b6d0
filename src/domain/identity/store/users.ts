import { type Sql, sql, type Transaction } from '#platform/database';

export interface UserRow {
  id: string;
  name: string;
  firstName: string | null;
  lastName: string | null;
  email: string;
  role: string;
  passwordHash: string | null;
  settings: Record<string, unknown>;
  disabledAt: Date | null;
  version: number;
}

const columns =
  sql.raw(`id, name, first_name as "firstName", last_name as "lastName", email, role, password_hash as "passwordHash",
  settings, disabled_at as "disabledAt", version`);

/** A user who has not been deleted; disabled ones too. */
export function userById(reader: Sql, id: string): Promise<UserRow | undefined> {
  return reader.first<UserRow>(
    sql`select ${columns} from users where workspace_id = kith.workspace_id() and id = ${id} and deleted_at is null`,
  );
}

/** The administrator who has been here longest. */
export function firstAdministrator(reader: Sql): Promise<UserRow | undefined> {
  return reader.first<UserRow>(
    sql`select ${columns} from users
        where workspace_id = kith.workspace_id() and role = 'admin' and disabled_at is null and deleted_at is null order by created_at, id limit 1`,
  );
}

/** The administrators who may sign in, locked: none of them stops being one before this transaction ends. */
export async function lockAdministrators(tx: Transaction): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    sql`select id from users
        where workspace_id = kith.workspace_id() and role = 'admin' and disabled_at is null and deleted_at is null order by id for update`,
  );
  return rows.map((row) => row.id);
}

export function setPassword(tx: Transaction, id: string, hash: string): void {
  tx.send(sql`update users set password_hash = ${hash} where workspace_id = kith.workspace_id() and id = ${id}`);
}

export function setUserSettings(tx: Transaction, id: string, settings: Record<string, unknown>): void {
  tx.send(sql`update users set settings = ${JSON.stringify(settings)}::jsonb
    where workspace_id = kith.workspace_id() and id = ${id}`);
}

/** Notes a sign-in. It is no change to the record: no version, no history. */
export function setLastLogin(tx: Transaction, id: string, at: Date): void {
  tx.send(sql`update users set last_login = ${at} where workspace_id = kith.workspace_id() and id = ${id}`);
}
