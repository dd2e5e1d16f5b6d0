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
  answer: string;
  /** Of the record that was answered, for its ETag. */
  version: number | null;
  /** What the call did, for undoing it. */
  changeSetId: string | null;
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
  const row = await reader.first<StoredAnswer & { requestHash: Buffer }>(
    sql`select request_hash as "requestHash", answer, version, change_set_id as "changeSetId" from idempotency_keys
        where workspace_id = kith.workspace_id() and actor_id = ${holder.actorId} and key = ${key.key}`,
  );
  if (!row) return undefined;
  const { requestHash, ...answer } = row;
  if (holder.vault.unwrap(requestHash, 'master', sealContext(holder, key)).equals(key.requestHash)) return answer;
  throw new Problem('idempotency_key_reused', {
    detail: `The Idempotency-Key '${key.key.slice(0, 80)}' was used for another request in the last 24 hours. Use a new key for a new request.`,
  });
}

/** What is kept of a call: the status is for those who look into the table. */
export interface Answered {
  status: number;
  output: unknown;
  changeSetId: string | undefined;
}

/** Keeps the answer in the transaction of the write itself. A concurrent call with the same key makes this one fail, and so leave nothing. */
export function keepAnswer(tx: Transaction, holder: KeyHolder, key: IdempotencyKey, answered: Answered): void {
  const { status, output, changeSetId } = answered;
  const [answer, version] =
    output instanceof RawJson ? [output.text, output.version] : [JSON.stringify(output ?? null), undefined];
  const sealed = holder.vault.wrap(key.requestHash, 'master', sealContext(holder, key));
  tx.send(sql`insert into idempotency_keys (actor_id, key, request_hash, status, answer, version, change_set_id)
    values (${holder.actorId}, ${key.key}, ${sealed}, ${status}, ${answer}, ${version ?? null}, ${changeSetId ?? null})`);
}
