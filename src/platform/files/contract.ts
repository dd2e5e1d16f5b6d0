import type { Readable } from 'node:stream';
import { Problem } from '#platform/errors';

export interface FileDetails {
  /** As the person named it; it never becomes part of a path. */
  name: string;
  contentType: string;
}

export interface StoredFile {
  /** Where it is, such as `3f/3fa0…`: 34 harmless characters that nobody can guess. */
  key: string;
  /** In bytes. */
  size: number;
  /** 64 hexadecimal digits. */
  sha256: string;
}

/** Where files live. A put file is there whole, also after a crash, or not at all. */
export interface FileStore {
  /** Streams the content in, without holding it in memory. When the content fails, nothing is kept. */
  put(content: AsyncIterable<Uint8Array>, details: FileDetails): Promise<StoredFile>;
  /** The content from its first byte. Throws `not_found`. */
  get(key: string): Promise<Readable>;
  /** The content from byte `start` (0 is the first) to its end, empty beyond it. Throws `not_found`. */
  getRange(key: string, start: number): Promise<Readable>;
  /** Removes it; a file that is not there is removed already. */
  remove(key: string): Promise<void>;
}

const keyPattern = /^([0-9a-f]{2})\/\1[0-9a-f]{30}$/;

/** The key, if it is one of ours. Throws `not_found` on anything else, so that no path can be smuggled in. */
export function checkedKey(key: string): string {
  if (keyPattern.test(key)) return key;
  throw missing(key);
}

export function keyFrom(random: Buffer): string {
  const hex = random.toString('hex');
  return `${hex.slice(0, 2)}/${hex}`;
}

export function missing(key: string): Problem {
  return new Problem('not_found', { detail: `There is no file '${key.slice(0, 60)}'. It may have been removed.` });
}

export function unavailable(what: string, cause: unknown): Problem {
  return new Problem('files_unavailable', { detail: what, cause });
}

export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
