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

/** Notes the sign-in of a user who may sign in, and locks the row. It is no change to the record: no version, no history. */
export function noteSignIn(
  tx: Transaction,
  id: string,
  at: Date,
): Promise<{ id: string; passwordHash: string | null } | undefined> {
  return tx.first(sql<{ id: string; passwordHash: string | null }>`update users set last_login = ${at}
    where workspace_id = kith.workspace_id() and id = ${id} and disabled_at is null and deleted_at is null
    returning id, password_hash as "passwordHash"`);
}

/** Which of these users are here and may sign in, with their names. */
export async function activeUsers(reader: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<{ id: string; name: string }>(sql`select id, name from users
    where workspace_id = kith.workspace_id() and id = any(${ids}::uuid[]) and disabled_at is null and deleted_at is null`);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The active users whom texts name, by e-mail or whole name, any case; a name that several have names nobody. Keys are the texts as given. */
export async function usersByText(reader: Sql, texts: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(texts.filter((text) => !text.includes('\u0000')))];
  if (wanted.length === 0) return new Map();
  const rows = await reader.rows<{ text: string; id: string }>(sql`
    select w.text, (array_agg(u.id order by (lower(u.email) = lower(trim(w.text))) desc))[1] as id
    from unnest(${wanted}::text[]) w(text)
    join users u on u.workspace_id = kith.workspace_id() and u.disabled_at is null and u.deleted_at is null
      and (lower(u.email) = lower(trim(w.text)) or lower(u.name) = lower(trim(w.text)))
    group by w.text
    having count(*) = 1 or bool_or(lower(u.email) = lower(trim(w.text)))`);
  return new Map(rows.map((row) => [row.text, row.id]));
}

/** People by name, those whose name in any part, or whose address, begins with `start`. */
export function peopleByName(
  reader: Sql,
  start: string,
  most: number,
): Promise<{ id: string; name: string; email: string; active: boolean }[]> {
  const wanted = start.toLowerCase();
  return reader.rows(sql<{ id: string; name: string; email: string; active: boolean }>`
    select id, name, email, disabled_at is null as active from users
    where workspace_id = kith.workspace_id() and deleted_at is null
      and (starts_with(lower(email), ${wanted}) or starts_with(lower(name), ${wanted}) or strpos(lower(name), ${` ${wanted}`}) > 0)
    order by lower(name), id limit ${most}`);
}
