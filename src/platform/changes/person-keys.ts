import type { Origin } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';
import { workspaceKeys } from './workspace-key.ts';

interface WrappedKey {
  person_id: string;
  wrapped: Buffer;
}

async function readKeys(
  origin: Origin,
  reader: Sql,
  workspace: readonly Buffer[],
  ids: string[],
): Promise<Map<string, Buffer>> {
  const [first, ...others] = ids;
  // Most often it is one: the plan for that is the same whoever it is, and is not made again.
  const theirs = others.length === 0 ? sql`person_id = ${first}` : sql`person_id = any(${ids}::uuid[])`;
  const rows = await reader.rows<WrappedKey>(
    sql`select person_id, wrapped from person_keys where workspace_id = kith.workspace_id() and ${theirs}`,
  );
  return unwrapped(origin, workspace, rows);
}

function unwrapped(origin: Origin, workspace: readonly Buffer[], rows: readonly WrappedKey[]): Map<string, Buffer> {
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
  const workspace = ids.length > 0 ? await workspaceKeys(origin, reader) : undefined;
  return workspace ? readKeys(origin, reader, workspace, ids) : new Map();
}

/** The keys of people, made where there was none; `known` are some that have been read in this transaction. */
export async function ensurePersonKeys(
  origin: Origin,
  tx: Transaction,
  personIds: Iterable<string>,
  known?: ReadonlyMap<string, Buffer>,
): Promise<ReadonlyMap<string, Buffer>> {
  const ids = [...new Set(personIds)].sort();
  if (ids.every((id) => known?.has(id))) return known ?? new Map();
  const workspace = await workspaceKeys(origin, tx, tx);
  const [current] = workspace ?? [];
  if (!workspace || !current) throw new Error('The key of the workspace could not be made.');
  const keys = known ? new Map(known) : await readKeys(origin, tx, workspace, ids);
  const lacking = ids.filter((id) => !keys.has(id));
  if (lacking.length === 0) return keys;
  const { vault } = origin.ports;
  const wrapped = lacking.map((id) => vault.wrap(vault.newKey(), current, `person:${id}`));
  // Of two that make one key at once the first one's stands: the second gets it back instead of its own.
  const made = await tx.rows<WrappedKey>(sql`insert into person_keys (person_id, wrapped)
    select * from unnest(${lacking}::uuid[], ${wrapped}::bytea[])
    on conflict (workspace_id, person_id) do update set wrapped = person_keys.wrapped returning person_id, wrapped`);
  for (const [id, key] of unwrapped(origin, workspace, made)) keys.set(id, key);
  return keys;
}

/** Wraps the keys of people with the key of the workspace that seals, `most` at a time in the order of their ids; answers the last of them, or undefined at the end. */
export async function rewrapPersonKeys(
  origin: Origin,
  tx: Transaction,
  after: string | undefined,
  most: number,
): Promise<string | undefined> {
  const workspace = await workspaceKeys(origin, tx);
  const [current] = workspace ?? [];
  if (!workspace || !current) return undefined;
  const rows = await tx.rows<WrappedKey>(sql`select person_id, wrapped from person_keys
    where workspace_id = kith.workspace_id() ${after ? sql`and person_id > ${after}` : sql``} order by person_id limit ${most} for update`);
  const ids = rows.map((row) => row.person_id);
  const { vault } = origin.ports;
  const again = [...unwrapped(origin, workspace, rows)].map(([id, key]) => vault.wrap(key, current, `person:${id}`));
  tx.send(sql`update person_keys p set wrapped = r.wrapped
    from unnest(${ids}::uuid[], ${again}::bytea[]) as r(person_id, wrapped)
    where p.workspace_id = kith.workspace_id() and p.person_id = r.person_id`);
  return rows.length < most ? undefined : ids.at(-1);
}
