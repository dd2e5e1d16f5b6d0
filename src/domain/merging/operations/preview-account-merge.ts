import { account } from '#domain/records/accounts';
import { previewOperation } from '../operation-kinds.ts';

export const previewAccountMerge = previewOperation(account);
