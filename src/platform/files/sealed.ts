import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { asProblem, Problem } from '#platform/errors';
import type { FileStore } from './contract.ts';
import { inParts } from './parts.ts';

/**
 * A sealed file: a head of 4 + 16 bytes (what it is, a salt), then chunks of 64 KiB under AES-256-GCM, each with its tag behind it. The key is
 * the workspace's, made the file's own by the salt, so that counting the chunks makes every nonce new. The last chunk says that it is the last:
 * a file that was cut off does not open, nor one whose chunks were put in another order.
 */
const magic = Buffer.from('KSF1');
const saltBytes = 16;
const headBytes = magic.length + saltBytes;
const chunkBytes = 64 * 1024;
const tagBytes = 16;

function fileKey(workspaceKey: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', workspaceKey, salt, 'kith file', 32));
}

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(last ? 1 : 0, 0);
  nonce.writeBigUInt64BE(BigInt(index), 4);
  return nonce;
}

function sealChunk(key: Buffer, chunk: Buffer, index: number, last: boolean): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last));
  return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(key: Buffer, sealed: Buffer, index: number, last: boolean): Buffer {
  const end = sealed.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, last), { authTagLength: tagBytes });
  try {
    decipher.setAuthTag(sealed.subarray(Math.max(0, end)));
    return Buffer.concat([decipher.update(sealed.subarray(0, Math.max(0, end))), decipher.final()]);
  } catch (cause) {
    throw new Problem('seal_broken', {
      detail: 'A stored file does not open: it was cut off or changed, or its key is another one.',
      cause,
    });
  }
}

/** What is told of a content after it has been sealed. */
export interface Contents {
  /** In bytes, as it came. */
  size: number;
  /** Of what came: 64 hexadecimal digits. */
  sha256: string;
  /** The first bytes, to see what it is. */
  head: Buffer;
}

const headKept = 4096;

/** Seals a content as it streams through, under the key of a workspace (32 bytes); `contents` answers when all of it has gone through. */
export function sealContent(
  content: AsyncIterable<Uint8Array>,
  workspaceKey: Buffer,
): { sealed: AsyncIterable<Uint8Array>; contents: () => Contents } {
  const hash = createHash('sha256');
  let size = 0;
  let head = Buffer.alloc(0);
  let digest: string | undefined;
  async function* sealed(): AsyncGenerator<Uint8Array> {
    const salt = randomBytes(saltBytes);
    const key = fileKey(workspaceKey, salt);
    yield Buffer.concat([magic, salt]);
    let before: Buffer | undefined;
    let index = 0;
    for await (const part of inParts(content, chunkBytes)) {
      hash.update(part);
      size += part.length;
      if (head.length < headKept) head = Buffer.concat([head, part.subarray(0, headKept - head.length)]);
      if (before) yield sealChunk(key, before, index++, false);
      before = part;
    }
    yield sealChunk(key, before ?? Buffer.alloc(0), index, true);
    digest = hash.digest('hex');
  }
  return {
    sealed: sealed(),
    contents() {
      if (digest === undefined) throw new Error('The content has not gone through yet.');
      return { size, sha256: digest, head };
    },
  };
}

export interface SealedRange {
  key: string;
  /** Of the whole content in bytes, as it came. */
  size: number;
  /** The first byte that is wanted, and the first that is not any more. */
  start: number;
  end: number;
}

/** Which of the keys has sealed a chunk: what was stored before a rotation is under an older one. Where none has, it is the first that fails. */
function keyOfChunk(keys: readonly Buffer[], sealed: Buffer, index: number, last: boolean): Buffer {
  const [first, ...older] = keys;
  for (const key of older.length > 0 ? keys : []) {
    try {
      openChunk(key, sealed, index, last);
      return key;
    } catch (error) {
      if (asProblem(error).code !== 'seal_broken') throw error;
    }
  }
  return first ?? Buffer.alloc(32);
}

/** Part of a sealed file, under any of the keys of the workspace, chunk by chunk: no more of it is read than the chunks that hold the part. Errors: `not_found`, `seal_broken`. */
export async function* openSealed(
  store: FileStore,
  workspaceKeys: readonly Buffer[],
  { key: storeKey, size, start, end }: SealedRange,
): AsyncGenerator<Buffer> {
  if (end <= start && size > 0) return;
  const salt = await saltOf(store, storeKey);
  const keys = workspaceKeys.map((key) => fileKey(key, salt));
  let known: Buffer | undefined;
  const lastIndex = Math.max(0, Math.ceil(size / chunkBytes) - 1);
  let index = Math.floor(start / chunkBytes);
  const stream = await store.getRange(storeKey, headBytes + index * (chunkBytes + tagBytes));
  try {
    for await (const part of inParts(stream, chunkBytes + tagBytes)) {
      known ??= keyOfChunk(keys, part, index, index === lastIndex);
      const opened = openChunk(known, part, index, index === lastIndex);
      const at = index * chunkBytes;
      const wanted = opened.subarray(Math.max(0, start - at), Math.max(0, end - at));
      if (wanted.length > 0) yield wanted;
      index += 1;
      if (index > lastIndex || index * chunkBytes >= end) return;
    }
    throw new Problem('seal_broken', { detail: 'A stored file was cut off.' });
  } finally {
    stream.destroy();
  }
}

async function saltOf(store: FileStore, storeKey: string): Promise<Buffer> {
  const stream = await store.get(storeKey);
  try {
    for await (const part of inParts(stream, headBytes)) {
      if (part.length === headBytes && part.subarray(0, magic.length).equals(magic)) return part.subarray(magic.length);
      break;
    }
  } finally {
    stream.destroy();
  }
  throw new Problem('seal_broken', { detail: 'A stored file is not what Kith has put there.' });
}
