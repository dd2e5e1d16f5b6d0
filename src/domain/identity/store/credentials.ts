import { type Database, sql } from '#platform/database';
import type { TokenKind } from '../rules/tokens.ts';

/** Whose a credential is, before its workspace is known. */
export async function resolveCredential(
  database: Database,
  kind: TokenKind,
  hash: Buffer,
): Promise<{ workspaceId: string; subjectId: string } | undefined> {
  return database.system.first(
    sql<{ workspaceId: string; subjectId: string }>`
      select workspace_id as "workspaceId", subject_id as "subjectId" from kith.resolve_credential(${kind}, ${hash})`,
  );
}

/** The user who signs in with an address, in whatever workspace. */
export async function resolveEmail(
  database: Database,
  email: string,
): Promise<{ workspaceId: string; userId: string } | undefined> {
  return database.system.first(
    sql<{ workspaceId: string; userId: string }>`
      select workspace_id as "workspaceId", user_id as "userId" from kith.resolve_email(${email})`,
  );
}
