import type { Context } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';
import type { ResumeToken } from '../adapters/contract.ts';

export type ImportStatus = 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';

/** How rows become of a file. The five kinds are disjoint and add up to `rows`; `marked` rows are among them. */
export interface Tally {
  rows: number;
  created: number;
  updated: number;
  merged: number;
  skipped: number;
  rejected: number;
  marked: number;
  accountsCreated: number;
}

export interface ImportSettings {
  mode: 'createAndUpdate' | 'createOnly' | 'updateOnly';
  matchKey: string;
  ownerId?: string | undefined;
  tags?: string[] | undefined;
  /** Where phone numbers without a country code are from. */
  country?: string | undefined;
  /** Rows from which the formats of columns are inferred. */
  sample: string[][];
}

/** An example of what happens to rows, for the dry run. */
export interface Sample {
  outcome: 'created' | 'updated' | 'merged' | 'rejected';
  row: number;
  values: Record<string, unknown>;
  before?: Record<string, unknown>;
  reason?: string;
}

export interface ImportRow extends Tally {
  id: string;
  object: string;
  status: ImportStatus;
  dryRun: boolean;
  fileKey: string;
  fileName: string;
  fileSize: number;
  dialect: unknown;
  headers: string[];
  mapping: Record<string, string | null>;
  settings: ImportSettings;
  position: ResumeToken;
  notices: string[];
  samples: Sample[];
  changeSetId: string;
  runningMs: number;
  startedAt: Date | null;
  endedAt: Date | null;
  createdAt: Date;
  createdBy: string;
  error: string | null;
}

const columns =
  sql.raw(`id, object, status, dry_run as "dryRun", file_key as "fileKey", file_name as "fileName", file_size as "fileSize",
  dialect, headers, mapping, settings, position, notices, rows, created, updated, merged, skipped, rejected, marked,
  accounts_created as "accountsCreated", samples, change_set_id as "changeSetId", running_ms as "runningMs", started_at as "startedAt",
  ended_at as "endedAt", created_at as "createdAt", created_by as "createdBy", error`);

export function findImport(reader: Sql, id: string): Promise<ImportRow | undefined> {
  return reader.first<ImportRow>(
    sql`select ${columns} from imports where workspace_id = kith.workspace_id() and id = ${id}`,
  );
}

/**
 * Has a chunk committed without waiting for the disk: nobody is told that it is there, and its place in the file is in the same
 * transaction. After a power cut the chunk is missing whole, and is brought in again; the end of the import waits for all of it.
 */
export function commitWithoutWaiting(tx: Transaction): void {
  tx.send(sql`select set_config('synchronous_commit', 'off', true)`);
}

/** The import, held until the transaction ends, so that two runners cannot take one chunk twice. */
export function lockImport(tx: Transaction, id: string): Promise<ImportRow | undefined> {
  return tx.first<ImportRow>(
    sql`select ${columns} from imports where workspace_id = kith.workspace_id() and id = ${id} for update`,
  );
}

export function newestImports(reader: Sql, most: number): Promise<ImportRow[]> {
  return reader.rows<ImportRow>(
    sql`select ${columns} from imports where workspace_id = kith.workspace_id() order by created_at desc, id desc limit ${most}`,
  );
}

export type NewImport = Pick<
  ImportRow,
  | 'id'
  | 'object'
  | 'dryRun'
  | 'fileKey'
  | 'fileName'
  | 'fileSize'
  | 'dialect'
  | 'headers'
  | 'mapping'
  | 'settings'
  | 'position'
  | 'notices'
  | 'changeSetId'
> & { sha256: string };

export async function insertImport(context: Context, one: NewImport): Promise<void> {
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
  await context.tx.rows(sql`insert into imports (id, object, dry_run, file_key, file_name, file_size, sha256, dialect, headers, mapping, settings,
      position, start, notices, change_set_id, created_at, updated_at, created_by, updated_by)
    values (${one.id}, ${one.object}, ${one.dryRun}, ${one.fileKey}, ${one.fileName}, ${one.fileSize}, ${one.sha256}, ${json(one.dialect)},
      ${json(one.headers)}, ${json(one.mapping)}, ${json(one.settings)}, ${json(one.position)}, ${json(one.position)}, ${json(one.notices)}, ${one.changeSetId},
      ${context.now}, ${context.now}, ${context.actor.id}, ${context.actor.id})`);
}

/** Moves an import on by one chunk. */
export function advanceImport(
  tx: Transaction,
  id: string,
  tally: Tally,
  position: ResumeToken,
  samples: Sample[],
  ms: number,
): void {
  tx.send(sql`update imports set rows = rows + ${tally.rows}, created = created + ${tally.created}, updated = updated + ${tally.updated},
      merged = merged + ${tally.merged}, skipped = skipped + ${tally.skipped}, rejected = rejected + ${tally.rejected}, marked = marked + ${tally.marked},
      accounts_created = accounts_created + ${tally.accountsCreated}, position = ${JSON.stringify(position)}::jsonb,
      samples = ${JSON.stringify(samples)}::jsonb, running_ms = running_ms + ${Math.round(ms)}::bigint, updated_at = now()
    where workspace_id = kith.workspace_id() and id = ${id}`);
}

/** Adds to the counts of an import what came about behind its rows. */
export function addToTally(tx: Transaction, id: string, more: Pick<Tally, 'marked' | 'accountsCreated'>): void {
  tx.send(sql`update imports set marked = marked + ${more.marked}, accounts_created = accounts_created + ${more.accountsCreated}, updated_at = now()
    where workspace_id = kith.workspace_id() and id = ${id}`);
}

export async function setImportStatus(
  context: Context,
  id: string,
  status: ImportStatus,
  error?: string,
): Promise<void> {
  const ended = status === 'done' || status === 'failed' || status === 'cancelled';
  await context.tx.rows(sql`update imports set status = ${status}, error = ${error ?? null}, updated_at = ${context.now},
      started_at = case when ${status} = 'running' then coalesce(started_at, ${context.now}) else started_at end,
      ended_at = ${ended ? context.now : null}
    where workspace_id = kith.workspace_id() and id = ${id}`);
}

/** What a dry run has seen is only in memory, so one that was interrupted begins again. */
export async function restartDryRun(tx: Transaction, id: string): Promise<ImportRow> {
  await tx.rows(sql`delete from import_rows where workspace_id = kith.workspace_id() and import_id = ${id}`);
  const row =
    await tx.first<ImportRow>(sql`update imports set rows = 0, created = 0, updated = 0, merged = 0, skipped = 0, rejected = 0, marked = 0,
      accounts_created = 0, samples = '[]', position = start where workspace_id = kith.workspace_id() and id = ${id} returning ${columns}`);
  if (!row) throw new Error('The dry run has vanished.');
  return row;
}

/** Adds to what people should know of a file; what it says already is said once. */
export function addNotices(tx: Transaction, id: string, notices: readonly string[]): void {
  if (notices.length === 0) return;
  tx.send(sql`update imports set notices = notices || (
      select coalesce(jsonb_agg(n), '[]'::jsonb) from unnest(${notices}::text[]) n where not imports.notices ? n
    ) where workspace_id = kith.workspace_id() and id = ${id}`);
}
