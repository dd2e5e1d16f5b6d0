import { Problem } from '#platform/errors';
import { randomInto } from './random.ts';
import { decrypt, encrypt } from './sealed.ts';

export const keyBytes = 32;

/** Keys in three layers: the master key wraps a key per workspace, that one wraps a key per person, that one seals values. */
export interface Vault {
  /** A new random key of 32 bytes, in the clear: wrap it before it is stored. */
  newKey(): Buffer;
  /** A key (32 bytes) under another, or under the master key. Open it again with the same context, such as `workspace:<id>`. */
  wrap(key: Buffer, wrappingKey: Buffer | 'master', context: string): Buffer;
  /** Throws `seal_broken` when the wrapping key or the context is another one. */
  unwrap(wrapped: Uint8Array, wrappingKey: Buffer | 'master', context: string): Buffer;
  /** A text or bytes under a key, 29 bytes longer, different each time. */
  seal(plaintext: Buffer | string, key: Buffer, context: string): Buffer;
  /** Throws `seal_broken` when the key or the context is another one, or a bit was changed. */
  open(sealed: Uint8Array, key: Buffer, context: string): Buffer;
}

function checked(key: Buffer): Buffer {
  if (key.length === keyBytes) return key;
  throw new Problem('master_key_unusable', { detail: `A key has ${keyBytes} bytes; this one has ${key.length}.` });
}

/** The vault of this process. It keeps nothing but the master key (32 bytes); the wrapped keys are stored by whoever uses it. */
export function createVault({ masterKey }: { masterKey: Buffer }): Vault {
  checked(masterKey);
  const keyOf = (key: Buffer | 'master'): Buffer => (key === 'master' ? masterKey : key);
  return {
    newKey() {
      const key = Buffer.alloc(keyBytes);
      randomInto(key, 0, keyBytes);
      return key;
    },
    wrap: (key, wrappingKey, context) => encrypt(checked(key), keyOf(wrappingKey), 'wrap', context),
    unwrap: (wrapped, wrappingKey, context) => checked(decrypt(wrapped, keyOf(wrappingKey), 'wrap', context)),
    seal: (plaintext, key, context) =>
      encrypt(typeof plaintext === 'string' ? Buffer.from(plaintext) : plaintext, key, 'seal', context),
    open: (sealed, key, context) => decrypt(sealed, key, 'seal', context),
  };
}
