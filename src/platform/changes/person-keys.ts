import type { Origin } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';
import { workspaceKey } from './workspace-key.ts';

interface WrappedKey {
  person_id: string;
  wrapped: Buffer;
}

async function readKeys(origin: Origin, reader: Sql, workspace: Buffer, ids: string[]): Promise<Map<string, Buffer>> {
  const rows = await reader.rows<WrappedKey>(
    sql`select person_id, wrapped from person_keys where workspace_id = kith.workspace_id() and person_id = any(${ids}::uuid[])`,
  );
  return unwrapped(origin, workspace, rows);
}

function unwrapped(origin: Origin, workspace: Buffer, rows: readonly WrappedKey[]): Map<string, Buffer> {
  return new Map(
    rows.map((row) => [row.person_id, origin.ports.vault.unwrap(row.wrapped, workspace, `person:${row.person_id}`)]),
  );
}

/** The keys of people, as far as they have not been erased. */
export async function personKeys(
  origin: Origin,
  reader: Sql,
  personIds: Iterable<string>,
): Promise<Map<string, Buffer>> {
  const ids = [...new Set(personIds)];
  const workspace = ids.length > 0 ? await workspaceKey(origin, reader) : undefined;
  return workspace ? readKeys(origin, reader, workspace, ids) : new Map();
}

/** The keys of people, made where there was none. */
export async function ensurePersonKeys(
  origin: Origin,
  tx: Transaction,
  personIds: Iterable<string>,
): Promise<Map<string, Buffer>> {
  const ids = [...new Set(personIds)].sort();
  if (ids.length === 0) return new Map();
  const workspace = await workspaceKey(origin, tx, tx);
  if (!workspace) throw new Error('The key of the workspace could not be made.');
  const keys = await readKeys(origin, tx, workspace, ids);
  const lacking = ids.filter((id) => !keys.has(id));
  if (lacking.length === 0) return keys;
  const { vault } = origin.ports;
  const wrapped = lacking.map((id) => vault.wrap(vault.newKey(), workspace, `person:${id}`));
  // Of two that make one key at once the first one's stands: the second gets it back instead of its own.
  const made = await tx.rows<WrappedKey>(sql`insert into person_keys (person_id, wrapped)
    select * from unnest(${lacking}::uuid[], ${wrapped}::bytea[])
    on conflict (workspace_id, person_id) do update set wrapped = person_keys.wrapped returning person_id, wrapped`);
  for (const [id, key] of unwrapped(origin, workspace, made)) keys.set(id, key);
  return keys;
}
