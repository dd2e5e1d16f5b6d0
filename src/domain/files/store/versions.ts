import { type Sql, sql, type Transaction } from '#platform/database';

/** A version with where its content lies. */
export interface StoredVersion {
  id: string;
  number: number;
  contentType: string;
  size: number;
  checksum: string;
  storeKey: string;
  scan: string;
  found: string | null;
}

const columns = sql.raw(
  `id, number, content_type as "contentType", size, checksum, store_key as "storeKey", scan, found`,
);

/** One version of a file by its number, or the current one. */
export function versionOf(reader: Sql, fileId: string, number: number | undefined): Promise<StoredVersion | undefined> {
  const which =
    number === undefined
      ? sql`id = (select current_version_id from files where workspace_id = kith.workspace_id() and id = ${fileId})`
      : sql`number = ${number} and deleted_at is null`;
  return reader.first<StoredVersion>(
    sql`select ${columns} from file_versions where workspace_id = kith.workspace_id() and file_id = ${fileId} and ${which}`,
  );
}

export function versionById(reader: Sql, id: string): Promise<(StoredVersion & { fileId: string }) | undefined> {
  return reader.first(
    sql`select ${columns}, file_id as "fileId" from file_versions where workspace_id = kith.workspace_id() and id = ${id}`,
  );
}

/** The number of the next version: no number is given twice. */
export async function nextNumber(tx: Transaction, fileId: string): Promise<number> {
  const row = await tx.first<{
    next: number;
  }>(sql`select coalesce(max(number), 0)::integer + 1 as next from file_versions
    where workspace_id = kith.workspace_id() and file_id = ${fileId}`);
  return row?.next ?? 1;
}

/** The ids of all versions of some files. */
export async function versionIds(reader: Sql, fileIds: readonly string[]): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    sql`select id from file_versions where workspace_id = kith.workspace_id() and file_id = any(${fileIds}::uuid[])`,
  );
  return rows.map((row) => row.id);
}

/** Where the contents of some versions lie. */
export async function storeKeys(reader: Sql, ids: readonly string[]): Promise<string[]> {
  const rows = await reader.rows<{ key: string }>(
    sql`select store_key as key from file_versions where workspace_id = kith.workspace_id() and id = any(${ids}::uuid[])`,
  );
  return rows.map((row) => row.key);
}

/** Notes what a scan has come to. It is no change that anybody made: no version, no history. */
export function noteScan(tx: Transaction, versionId: string, scan: string, found: string | null): void {
  tx.send(sql`update file_versions set scan = ${scan}, found = ${found}
    where workspace_id = kith.workspace_id() and id = ${versionId}`);
  tx.send(
    sql`update files set scan = ${scan} where workspace_id = kith.workspace_id() and current_version_id = ${versionId}`,
  );
}

/** Files say what the scan of their current version has come to. */
export function followScans(tx: Transaction, fileIds: readonly string[]): void {
  tx.send(sql`update files f set scan = v.scan from file_versions v
    where f.workspace_id = kith.workspace_id() and f.id = any(${fileIds}::uuid[])
      and v.workspace_id = f.workspace_id and v.id = f.current_version_id and v.scan <> f.scan`);
}
