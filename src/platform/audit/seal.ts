import { randomBytes } from 'node:crypto';
import type { Ports } from '#platform/context';
import { insertRows, sql, type Transaction } from '#platform/database';
import { beginningOf, entryHash, personalDigest, type SealedEntry } from './digest.ts';
import type { Entry } from './entry.ts';
import { deleteFromInbox, waitingEntries } from './inbox.ts';
import { isBehindWriters, type WrittenCursor, writtenEntries } from './written.ts';

/** The end of the chain of a workspace. */
export interface ChainEnd {
  seq: number;
  hash: Buffer;
  sealedAt: Date;
}

/** How a look ended: entries were sealed; nothing was there; a running transaction holds back what is; somebody else is at it. */
export interface SealResult {
  ending: 'sealed' | 'nothing' | 'held' | 'elsewhere';
  sealed: number;
  end: ChainEnd | undefined;
}

/** Puts entries at the end of a chain. */
export type Chain = (workspaceId: string, end: ChainEnd, entries: readonly Entry[]) => SealedEntry[];

const mostAtOnce = 250;
const saltBytes = 16;

/** Chains entries in the order of their moments. */
export const chainEntries: Chain = (workspaceId, end, entries) => {
  const sealed: SealedEntry[] = [];
  let { seq, hash } = end;
  const inOrder = [...entries].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  for (const { personal, details, ...entry } of inOrder) {
    seq += 1;
    const salt = randomBytes(saltBytes);
    const text = JSON.stringify(personal);
    const unsealed = {
      ...entry,
      workspaceId,
      seq,
      sealedAt: end.sealedAt,
      details: JSON.stringify(details),
      personalDigest: personalDigest(text, salt),
    };
    hash = entryHash(hash, unsealed);
    sealed.push({ ...unsealed, personal: text, salt, hash });
  }
  return sealed;
};

/** Seals a batch of what a workspace has written and of what waits in its inbox, in one transaction. */
export function sealBatch(ports: Ports, workspaceId: string, chain: Chain = chainEntries): Promise<SealResult> {
  return ports.database.write(workspaceId, async (tx) => {
    const locked = await lockChain(tx, workspaceId, ports.clock.now());
    if (!locked) return { ending: 'elsewhere', sealed: 0, end: undefined };
    const { cursor, ...last } = locked;
    const written = await writtenEntries(tx, cursor, mostAtOnce, () => ports.ids.next());
    const waiting = await waitingEntries(tx, mostAtOnce);
    const entries = [...written.entries, ...waiting];
    if (entries.length === 0) {
      const ending = (await isBehindWriters(tx, cursor)) ? 'held' : 'nothing';
      return { ending, sealed: 0, end: last };
    }
    const nowMs = ports.clock.now().getTime();
    const end = { ...last, sealedAt: new Date(Math.max(nowMs, last.sealedAt.getTime())) };
    const sealed = chain(workspaceId, end, entries);
    await insertSealed(tx, sealed);
    deleteFromInbox(
      tx,
      waiting.map(({ id }) => id),
    );
    const newest = sealed.at(-1);
    const moved: ChainEnd = newest ? { seq: newest.seq, hash: newest.hash, sealedAt: end.sealedAt } : end;
    moveChain(tx, moved, written.to);
    return { ending: 'sealed', sealed: sealed.length, end: moved };
  });
}

/** Seals whatever can be sealed now. */
export async function sealAll(ports: Ports, workspaceId: string): Promise<SealResult> {
  let sealed = 0;
  for (;;) {
    const result = await sealBatch(ports, workspaceId);
    sealed += result.sealed;
    if (result.ending !== 'sealed') return { ...result, sealed };
  }
}

interface StoredChain extends ChainEnd, WrittenCursor {}

async function lockChain(
  tx: Transaction,
  workspaceId: string,
  now: Date,
): Promise<(ChainEnd & { cursor: WrittenCursor }) | undefined> {
  const lock = sql<StoredChain>`select seq, hash, sealed_at as "sealedAt", epoch, xid::text as xid, change_set_id as "changeSetId"
    from audit_chains where workspace_id = kith.workspace_id() and id = 1 for update skip locked`;
  let row = await tx.first(lock);
  if (!row) {
    const made = await tx.count(sql`insert into audit_chains (hash, sealed_at)
      values (${beginningOf(workspaceId)}, ${now}) on conflict do nothing`);
    row = made > 0 ? await tx.first(lock) : undefined;
  }
  if (!row) return undefined;
  const { epoch, xid, changeSetId, ...end } = row;
  return { ...end, cursor: { epoch, xid, changeSetId } };
}

function moveChain(tx: Transaction, end: ChainEnd, { epoch, xid, changeSetId }: WrittenCursor): void {
  tx.send(sql`update audit_chains set seq = ${end.seq}, hash = ${end.hash}, sealed_at = ${end.sealedAt},
      epoch = ${epoch}, xid = ${xid}::xid8, change_set_id = ${changeSetId}
    where workspace_id = kith.workspace_id() and id = 1`);
}

async function insertSealed(tx: Transaction, entries: readonly SealedEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    sealed_at: entry.sealedAt,
    seq: entry.seq,
    id: entry.id,
    at: entry.at,
    kind: entry.kind,
    operation: entry.operation,
    outcome: entry.outcome,
    code: entry.code,
    surface: entry.surface,
    request_id: entry.requestId,
    actor_type: entry.actorType,
    actor_id: entry.actorId,
    impersonator_id: entry.impersonatorId,
    change_set_id: entry.changeSetId,
    records: entry.records,
    record_ids: entry.recordIds,
    details: entry.details,
    personal: entry.personal,
    salt: entry.salt,
    personal_digest: entry.personalDigest,
    hash: entry.hash,
  }));
  await insertRows(tx, 'audit_entries', rows);
  const named = entries.flatMap(({ seq, at, sealedAt, recordIds }) =>
    recordIds.map((id) => ({ record_id: id, at, seq, sealed_at: sealedAt })),
  );
  await insertRows(tx, 'audit_entry_records', named);
}
