import { systemActor } from '#platform/actor';
import type { Context, Origin, Ports } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';

interface StoredKey {
  id: number;
  wrapped: Buffer;
  currentFrom: Date;
}

interface OpenedKey {
  key: Buffer;
  currentFrom: Date;
}

interface Opened {
  keys: OpenedKey[];
  sinceMs: number;
}

const opened = new Map<string, Opened>();

/** How long a process believes that it knows all keys of a workspace; a new key is used only after that. */
const believedMs = 30_000;
const usedAfterMs = 2 * believedMs;

type Place = Pick<Origin, 'workspaceId' | 'ports'>;

const contextOf = (workspaceId: string) => `workspace:${workspaceId}`;

const stored = sql<StoredKey>`select id, wrapped, current_from as "currentFrom" from workspace_keys
  where workspace_id = kith.workspace_id() order by id desc`;

/** The keys of the workspace: the one that seals first, made at its first use, then all others. */
export async function workspaceKeys(origin: Place, reader: Sql, tx?: Transaction): Promise<Buffer[] | undefined> {
  const { workspaceId } = origin;
  const known = opened.get(workspaceId);
  if (known && performance.now() - known.sinceMs < believedMs) return inOrder(origin, known.keys);
  let rows = await reader.rows<StoredKey>(stored);
  if (rows.length === 0 && tx) {
    const { vault } = origin.ports;
    const wrapped = vault.wrap(vault.newKey(), 'master', contextOf(workspaceId));
    await tx.rows(
      sql`insert into workspace_keys (id, wrapped, current_from) values (1, ${wrapped}, '-infinity') on conflict do nothing`,
    );
    rows = await tx.rows<StoredKey>(stored);
    // Not remembered: this transaction may yet be rolled back.
    return inOrder(origin, unwrapped(origin, rows));
  }
  if (rows.length === 0) {
    opened.delete(workspaceId);
    return undefined;
  }
  const keys = unwrapped(origin, rows);
  opened.set(workspaceId, { keys, sinceMs: performance.now() });
  if (!known) noteOpening(origin);
  return inOrder(origin, keys);
}

function unwrapped({ ports, workspaceId }: Place, rows: readonly StoredKey[]): OpenedKey[] {
  return rows.map(({ wrapped, currentFrom }) => ({
    key: ports.vault.unwrap(wrapped, 'master', contextOf(workspaceId)),
    currentFrom,
  }));
}

/** The newest key whose time has come, and then the others. */
function inOrder({ ports }: Place, keys: readonly OpenedKey[]): Buffer[] {
  const now = ports.clock.now().getTime();
  const current = keys.find(({ currentFrom }) => Number(currentFrom) <= now) ?? keys.at(-1);
  return [...(current ? [current.key] : []), ...keys.filter((one) => one !== current).map(({ key }) => key)];
}

/** That a process has opened the keys of a workspace stands in its audit log. */
function noteOpening({ ports, workspaceId }: Place): void {
  const caller = { actor: systemActor(workspaceId), surface: 'vault', requestId: '' };
  ports.audit?.recorder.note(caller, { kind: 'key', operation: 'encryption.open', outcome: 'done' });
}

/** The keys of the workspace, made if it has none yet, for those who seal or open before there is a transaction; the one that seals first. */
export async function openWorkspaceKeys(ports: Ports, workspaceId: string): Promise<[Buffer, ...Buffer[]]> {
  const origin = { ports, workspaceId };
  const known = await workspaceKeys(origin, ports.database.reader(workspaceId));
  const keys = known ?? (await ports.database.write(workspaceId, (tx) => workspaceKeys(origin, tx, tx)));
  const [current, ...others] = keys ?? [];
  if (!current) throw new Error('The key of the workspace could not be made.');
  return [current, ...others];
}

/** The key of the workspace that seals, made if it has none yet. */
export async function ensureWorkspaceKey(ports: Ports, workspaceId: string): Promise<Buffer> {
  return (await openWorkspaceKeys(ports, workspaceId))[0];
}

/** Makes a new key for the workspace; answers from when on it seals, by when every process knows it. */
export async function addWorkspaceKey({ ports, workspaceId, tx, now }: Context): Promise<Date> {
  const rows = await tx.rows<StoredKey>(sql`${stored} for update`);
  const currentFrom = new Date(now.getTime() + usedAfterMs);
  const wrapped = ports.vault.wrap(ports.vault.newKey(), 'master', contextOf(workspaceId));
  tx.send(sql`insert into workspace_keys (id, wrapped, created_at, current_from)
    values (${(rows[0]?.id ?? 0) + 1}, ${wrapped}, ${now}, ${rows.length === 0 ? new Date(0) : currentFrom})`);
  opened.delete(workspaceId);
  return currentFrom;
}

/** What is told of a key. */
export interface KeyInfo {
  number: number;
  createdAt: Date;
  currentFrom: Date;
}

export function listWorkspaceKeys(reader: Sql): Promise<KeyInfo[]> {
  return reader.rows<KeyInfo>(sql`select id as number, created_at as "createdAt",
      greatest(current_from, created_at) as "currentFrom"
    from workspace_keys where workspace_id = kith.workspace_id() order by id desc`);
}

/** Wraps the keys of a workspace with the current master key; answers how many there are. */
export function rewrapWorkspaceKeys(ports: Ports, workspaceId: string): Promise<number> {
  return ports.database.write(workspaceId, async (tx) => {
    const rows = await tx.rows<StoredKey>(sql`${stored} for update`);
    const context = contextOf(workspaceId);
    for (const { id, wrapped } of rows) {
      const again = ports.vault.wrap(ports.vault.unwrap(wrapped, 'master', context), 'master', context);
      tx.send(
        sql`update workspace_keys set wrapped = ${again} where workspace_id = kith.workspace_id() and id = ${id}`,
      );
    }
    return rows.length;
  });
}

/** Destroys every key of the workspace: what they have sealed can be read by nobody any more, in backups neither. */
export async function destroyWorkspaceKeys({ workspaceId, tx }: Context): Promise<void> {
  tx.send(sql`delete from person_keys where workspace_id = kith.workspace_id()`);
  tx.send(sql`delete from workspace_keys where workspace_id = kith.workspace_id()`);
  tx.afterCommit(() => void opened.delete(workspaceId));
}
