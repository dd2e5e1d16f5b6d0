import type { Context } from '#platform/context';
import { type Sql, sql } from '#platform/database';
import type { UploadedFile } from '#platform/operations';

export interface Upload extends UploadedFile {
  id: string;
  object: string;
}

export async function insertUpload(context: Context, upload: Upload): Promise<void> {
  await context.tx.rows(sql`insert into uploads (id, object, file_key, file_name, file_size, sha256, created_at, updated_at, created_by, updated_by)
    values (${upload.id}, ${upload.object}, ${upload.key}, ${upload.name}, ${upload.size}, ${upload.sha256}, ${context.now}, ${context.now},
      ${context.actor.id}, ${context.actor.id})`);
}

/** An upload of the workspace. */
export function findUpload(reader: Sql, id: string): Promise<Upload | undefined> {
  return reader.first<Upload>(sql`select id, object, file_key as key, file_name as name, file_size as size, sha256 from uploads
    where workspace_id = kith.workspace_id() and id = ${id}`);
}

export async function markUsed(context: Context, id: string): Promise<void> {
  await context.tx.rows(sql`update uploads set used = true where workspace_id = kith.workspace_id() and id = ${id}`);
}
