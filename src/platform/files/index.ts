import './errors.ts';

export type { FileDetails, FileStore, StoredFile } from './contract.ts';
export { type FileStoreOptions, openFileStore } from './open-file-store.ts';
export { type Contents, openSealed, type SealedRange, sealContent } from './sealed.ts';
