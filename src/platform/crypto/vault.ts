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
  /** Under any of several keys, where one has been rotated. Throws `seal_broken` when the wrapping key or the context is another one. */
  unwrap(wrapped: Uint8Array, wrappingKey: Buffer | readonly Buffer[] | 'master', context: string): Buffer;
  /** A text or bytes under a key, 29 bytes longer, different each time. */
  seal(plaintext: Buffer | string, key: Buffer, context: string): Buffer;
  /** Throws `seal_broken` when the key or the context is another one, or a bit was changed. */
  open(sealed: Uint8Array, key: Buffer, context: string): Buffer;
}

function checked(key: Buffer): Buffer {
  if (key.length === keyBytes) return key;
  throw new Problem('master_key_unusable', { detail: `A key has ${keyBytes} bytes; this one has ${key.length}.` });
}

/** Opens with the first key that fits: what was wrapped before a rotation is under an older one. */
function openWithAny(keys: readonly Buffer[], open: (key: Buffer) => Buffer): Buffer {
  const [first, ...older] = keys;
  try {
    return open(checked(first ?? Buffer.alloc(0)));
  } catch (error) {
    if (older.length === 0) throw error;
    return openWithAny(older, open);
  }
}

/**
 * The vault of this process. It keeps nothing but the master keys (32 bytes each), of which the first one is the current one; the wrapped
 * keys are stored by whoever uses it.
 */
export function createVault(
  master: { masterKey: Buffer } | { masterKeys: { readonly all: readonly Buffer[] } },
): Vault {
  const masterKeys = () => ('masterKey' in master ? [master.masterKey] : master.masterKeys.all);
  for (const key of masterKeys()) checked(key);
  const keyOf = (key: Buffer | 'master'): Buffer =>
    key === 'master' ? checked(masterKeys()[0] ?? Buffer.alloc(0)) : key;
  return {
    newKey() {
      const key = Buffer.alloc(keyBytes);
      randomInto(key, 0, keyBytes);
      return key;
    },
    wrap: (key, wrappingKey, context) => encrypt(checked(key), keyOf(wrappingKey), 'wrap', context),
    unwrap: (wrapped, wrappingKey, context) => {
      const keys = wrappingKey === 'master' ? masterKeys() : Array.isArray(wrappingKey) ? wrappingKey : [wrappingKey];
      return checked(openWithAny(keys, (key) => decrypt(wrapped, key, 'wrap', context)));
    },
    seal: (plaintext, key, context) =>
      encrypt(typeof plaintext === 'string' ? Buffer.from(plaintext) : plaintext, key, 'seal', context),
    open: (sealed, key, context) => decrypt(sealed, key, 'seal', context),
  };
}
