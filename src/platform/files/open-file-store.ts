import { join } from 'node:path';
import type { FileStore } from './contract.ts';
import { localFiles } from './local.ts';
import { s3Files } from './s3.ts';

export interface FileStoreOptions {
  /** Files are kept in `<home>/files` where no bucket is named. */
  home: string;
  bucket?: string | undefined;
  region: string;
  endpoint?: string | undefined;
  accessKeyId?: string | undefined;
  secretAccessKey?: string | undefined;
}

/** The store that the configuration asks for: `openFileStore({ home: config.home.path, ...config.files })`. Nothing is touched or loaded before the first use. */
export function openFileStore({ home, bucket, ...s3 }: FileStoreOptions): FileStore {
  return bucket ? s3Files({ bucket, ...s3 }) : localFiles(join(home, 'files'));
}
