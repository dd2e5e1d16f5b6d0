import { createHash, createHmac } from 'node:crypto';

/** An entry as it lies in the chain; the texts as they are stored, so that not a letter of them can change unseen. */
export interface SealedEntry {
  workspaceId: string;
  seq: number;
  sealedAt: Date;
  id: string;
  at: Date;
  kind: string;
  operation: string;
  outcome: string;
  code: string | null;
  surface: string;
  requestId: string | null;
  actorType: string;
  actorId: string;
  impersonatorId: string | null;
  changeSetId: string | null;
  records: number;
  recordIds: readonly string[];
  details: string;
  /** JSON; null after it was erased, and then so is the salt. */
  personal: string | null;
  salt: Buffer | null;
  personalDigest: Buffer;
  hash: Buffer;
}

/** What the first entry of a workspace stands on (32 bytes). */
export function beginningOf(workspaceId: string): Buffer {
  return createHash('sha256').update(`kith audit chain 1\0${workspaceId}`).digest();
}

/** The digest of what can be erased (32 bytes). Without its salt nobody finds out by guessing what had been there. */
export function personalDigest(personal: string, salt: Buffer): Buffer {
  return createHmac('sha256', salt).update(personal).digest();
}

/** The hash of an entry (32 bytes): over the one before, all that it says, and the digest of what can be erased. */
export function entryHash(before: Buffer, entry: Omit<SealedEntry, 'personal' | 'salt' | 'hash'>): Buffer {
  const said = JSON.stringify([
    entry.workspaceId,
    entry.seq,
    entry.sealedAt.toISOString(),
    entry.id,
    entry.at.toISOString(),
    entry.kind,
    entry.operation,
    entry.outcome,
    entry.code,
    entry.surface,
    entry.requestId,
    entry.actorType,
    entry.actorId,
    entry.impersonatorId,
    entry.changeSetId,
    entry.records,
    entry.recordIds,
    entry.details,
  ]);
  return createHash('sha256').update(before).update(entry.personalDigest).update(said).digest();
}
