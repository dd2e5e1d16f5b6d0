import type { Origin, Ports } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';

const opened = new Map<string, Buffer>();

/** The key of the workspace, made at its first use. */
export async function workspaceKey(
  origin: Pick<Origin, 'workspaceId' | 'ports'>,
  reader: Sql,
  tx?: Transaction,
): Promise<Buffer | undefined> {
  const known = opened.get(origin.workspaceId);
  if (known) return known;
  const { vault } = origin.ports;
  const context = `workspace:${origin.workspaceId}`;
  const read = sql<{
    wrapped: Buffer;
  }>`select wrapped from workspace_keys where workspace_id = kith.workspace_id() and id = 1`;
  let row = await reader.first(read);
  if (!row && tx) {
    const wrapped = vault.wrap(vault.newKey(), 'master', context);
    await tx.rows(sql`insert into workspace_keys (id, wrapped) values (1, ${wrapped}) on conflict do nothing`);
    row = await tx.first(read);
    // Not remembered: this transaction may yet be rolled back.
    return row && vault.unwrap(row.wrapped, 'master', context);
  }
  if (!row) return undefined;
  const key = vault.unwrap(row.wrapped, 'master', context);
  opened.set(origin.workspaceId, key);
  return key;
}

/** The key of the workspace, made if it has none yet: for those who seal before there is a transaction. */
export async function ensureWorkspaceKey(ports: Ports, workspaceId: string): Promise<Buffer> {
  const origin = { ports, workspaceId };
  const known = await workspaceKey(origin, ports.database.reader(workspaceId));
  const key = known ?? (await ports.database.write(workspaceId, (tx) => workspaceKey(origin, tx, tx)));
  if (!key) throw new Error('The key of the workspace could not be made.');
  return key;
}
