import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { checkedKey, errorCode, type FileStore, keyFrom, missing, type StoredFile, unavailable } from './contract.ts';

const draftLifetimeMs = 24 * 60 * 60 * 1000;

async function writeAll(handle: FileHandle, content: AsyncIterable<Uint8Array>): Promise<Omit<StoredFile, 'key'>> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    size += chunk.length;
    for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten;
  }
  await handle.sync();
  return { size, sha256: hash.digest('hex') };
}

/** Makes a rename survive a power cut. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a crash left half written, a day ago or more. */
async function clearDrafts(drafts: string): Promise<void> {
  for (const name of await readdir(drafts)) {
    const path = join(drafts, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > draftLifetimeMs) await rm(path, { force: true });
  }
}

function diskTrouble(folder: string, error: unknown): unknown {
  const code = errorCode(error);
  const reasons: Record<string, string> = {
    ENOSPC: 'the disk is full: make room',
    EDQUOT: 'its quota is used up: make room',
    EACCES: 'Kith may not write there: give it the folder',
    ENOTDIR: 'something else has its name',
    EEXIST: 'something else has its name',
    EROFS: 'it is mounted for reading only',
  };
  const reason = reasons[code];
  return reason ? unavailable(`Files cannot be kept in ${folder}: ${reason}.`, error) : error;
}

/** Files in a folder of this machine, readable by their owner only. */
export function localFiles(folder: string): FileStore {
  const drafts = join(folder, 'drafts');
  let prepared: Promise<void> | undefined;
  const prepare = (): Promise<void> => {
    prepared ??= mkdir(drafts, { recursive: true, mode: 0o700 }).then(() => clearDrafts(drafts));
    return prepared;
  };

  async function keep(content: AsyncIterable<Uint8Array>): Promise<StoredFile> {
    await prepare();
    const key = keyFrom(randomBytes(16));
    const path = join(folder, key);
    const draft = join(drafts, key.slice(3));
    const handle = await open(draft, 'wx', 0o600);
    try {
      const written = await writeAll(handle, content).finally(() => handle.close());
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(draft, path);
      await syncFolder(dirname(path));
      await syncFolder(folder);
      return { key, ...written };
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async function getRange(key: string, start: number): Promise<Readable> {
    try {
      return (await open(join(folder, checkedKey(key)), 'r')).createReadStream({ start });
    } catch (error) {
      throw errorCode(error) === 'ENOENT' ? missing(key) : error;
    }
  }

  return {
    put: async (content) => {
      try {
        return await keep(content);
      } catch (error) {
        prepared = undefined;
        throw diskTrouble(folder, error);
      }
    },
    get: (key) => getRange(key, 0),
    getRange,
    remove: async (key) => {
      await rm(join(folder, checkedKey(key)), { force: true });
    },
  };
}
