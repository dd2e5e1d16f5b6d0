import { createHash } from 'node:crypto';
import type { Vault } from '#platform/crypto';
import { type Sql, sql, type Transaction } from '#platform/database';
import { Problem } from '#platform/errors';
import { RawJson } from './operation.ts';

export interface IdempotencyKey {
  key: string;
  /** SHA-256 of the operation and the whole input: the same key with another input is refused. It is stored sealed, since an input may be guessed. */
  requestHash: Buffer;
}

export interface StoredAnswer {
  status: number;
  answer: string;
}

/** Makes the key of a request; throws `bad_request` when the header is not usable. */
export function idempotencyKey(key: string, ...request: string[]): IdempotencyKey {
  if (key.length < 1 || key.length > 255 || key.includes('\u0000'))
    throw new Problem('bad_request', { detail: 'An Idempotency-Key has 1 to 255 characters.' });
  const hash = createHash('sha256');
  for (const part of request) hash.update(`${part.length}:${part}`);
  return { key, requestHash: hash.digest() };
}

/** Who sent the key, and what seals the hash of the request. */
export interface KeyHolder {
  actorId: string;
  vault: Vault;
}

const sealContext = (holder: KeyHolder, key: IdempotencyKey) => `idempotency:${holder.actorId}:${key.key}`;

/** The answer that an earlier call with this key got; `idempotency_key_reused` (422) when that call was another one. */
export async function storedAnswer(
  reader: Sql,
  holder: KeyHolder,
  key: IdempotencyKey,
): Promise<StoredAnswer | undefined> {
  const row = await reader.first<{ request_hash: Buffer; status: number; answer: string }>(
    sql`select request_hash, status, answer from idempotency_keys
        where workspace_id = kith.workspace_id() and actor_id = ${holder.actorId} and key = ${key.key}`,
  );
  if (!row) return undefined;
  const requestHash = holder.vault.unwrap(row.request_hash, 'master', sealContext(holder, key));
  if (requestHash.equals(key.requestHash)) return { status: row.status, answer: row.answer };
  throw new Problem('idempotency_key_reused', {
    detail: `The Idempotency-Key '${key.key.slice(0, 80)}' was used for another request in the last 24 hours. Use a new key for a new request.`,
  });
}

/** Keeps the answer in the transaction of the write itself. A concurrent call with the same key makes this one fail, and so leave nothing. */
export function keepAnswer(
  tx: Transaction,
  holder: KeyHolder,
  key: IdempotencyKey,
  status: number,
  output: unknown,
): void {
  const answer = output instanceof RawJson ? output.text : JSON.stringify(output ?? null);
  const sealed = holder.vault.wrap(key.requestHash, 'master', sealContext(holder, key));
  tx.send(sql`insert into idempotency_keys (actor_id, key, request_hash, status, answer)
    values (${holder.actorId}, ${key.key}, ${sealed}, ${status}, ${answer})`);
}
