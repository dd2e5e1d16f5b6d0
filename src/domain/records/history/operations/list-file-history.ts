import { file } from '#domain/files';
import { historyOperation } from './record-history.ts';

export const listFileHistory = historyOperation(file);
