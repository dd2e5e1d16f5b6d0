import { createHash } from 'node:crypto';
import { type Sql, sql, type Transaction } from '#platform/database';
import { Problem } from '#platform/errors';
import { RawJson } from './operation.ts';

export interface IdempotencyKey {
  key: string;
  /** Of the operation and the whole input: the same key with another input is refused. */
  requestHash: Buffer;
}

export interface StoredAnswer {
  status: number;
  answer: string;
}

/** Makes the key of a request; throws `bad_request` when the header is not usable. */
export function idempotencyKey(key: string, ...request: string[]): IdempotencyKey {
  if (key.length < 1 || key.length > 255)
    throw new Problem('bad_request', { detail: 'An Idempotency-Key has 1 to 255 characters.' });
  const hash = createHash('sha256');
  for (const part of request) hash.update(`${part.length}:${part}`);
  return { key, requestHash: hash.digest() };
}

/** The answer that an earlier call with this key got; `idempotency_key_reused` (422) when that call was another one. */
export async function storedAnswer(
  reader: Sql,
  actorId: string,
  key: IdempotencyKey,
): Promise<StoredAnswer | undefined> {
  const row = await reader.first<{ request_hash: Buffer; status: number; answer: string }>(
    sql`select request_hash, status, answer from idempotency_keys
        where workspace_id = kith.workspace_id() and actor_id = ${actorId} and key = ${key.key}`,
  );
  if (!row) return undefined;
  if (row.request_hash.equals(key.requestHash)) return { status: row.status, answer: row.answer };
  throw new Problem('idempotency_key_reused', {
    detail: `The Idempotency-Key '${key.key.slice(0, 80)}' was used for another request in the last 24 hours. Use a new key for a new request.`,
  });
}

/** Keeps the answer in the transaction of the write itself. A concurrent call with the same key makes this one fail, and so leaves nothing. */
export function keepAnswer(
  tx: Transaction,
  actorId: string,
  key: IdempotencyKey,
  status: number,
  output: unknown,
): void {
  const answer = output instanceof RawJson ? output.text : JSON.stringify(output ?? null);
  tx.send(sql`insert into idempotency_keys (actor_id, key, request_hash, status, answer)
    values (${actorId}, ${key.key}, ${key.requestHash}, ${status}, ${answer})`);
}
