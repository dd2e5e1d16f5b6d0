import { type Database, type Sql, sql, type Transaction } from '#platform/database';

/** The mail server of a workspace; the password only ever sealed, as base64, with the key that it is sealed with. */
export interface StoredMailServer {
  host: string;
  port: number;
  secure: boolean;
  user: string | null;
  from: string;
  sealedPassword?: string | undefined;
  wrappedKey?: string | undefined;
}

/** How carefully people sign in. */
export interface SecuritySettings {
  /** A session ends after so long without use; 30 minutes unless told. */
  sessionIdleMinutes?: number | undefined;
  /** Roles that may do nothing before they have a second factor. */
  secondFactorRoles?: string[] | undefined;
}

export interface WorkspaceSettings {
  baseUrl?: string | null;
  country?: string | null;
  timeZone?: string | null;
  currency?: string | null;
  mail?: StoredMailServer | null;
  security?: SecuritySettings | undefined;
}

export interface WorkspaceRow {
  id: string;
  name: string;
  settings: WorkspaceSettings;
}

/** The workspace that is read from. */
export async function workspaceRow(reader: Sql, lock = false): Promise<WorkspaceRow> {
  const row = await reader.first<WorkspaceRow>(
    sql`select id, name, settings from workspaces where id = kith.workspace_id() ${lock ? sql`for update` : sql``}`,
  );
  if (!row) throw new Error('The workspace is not there any more.');
  return row;
}

export function updateWorkspace(tx: Transaction, name: string, settings: WorkspaceSettings, at: Date): void {
  tx.send(sql`update workspaces set name = ${name}, settings = ${JSON.stringify(settings)}::jsonb, updated_at = ${at}
    where id = kith.workspace_id()`);
}

/** Every workspace, oldest first. */
export function listWorkspaces(database: Database): Promise<{ id: string; name: string }[]> {
  return database.system.rows(sql<{ id: string; name: string }>`select id, name from kith.list_workspaces()`);
}

export async function insertWorkspace(database: Database, id: string, name: string): Promise<void> {
  await database.system.first(sql`select kith.create_workspace(${id}, ${name})`);
}

/** Lets one process at a time do what must happen once on a database, such as making the first workspace. */
export async function oneAtATime<T>(database: Database, what: string, work: () => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 2))', [what]);
    try {
      return await work();
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 2))', [what]);
    }
  } finally {
    client.release();
  }
}
