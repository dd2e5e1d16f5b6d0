import { account } from '#domain/records/accounts';
import { mergeOperation } from '../operation-kinds.ts';

export const mergeAccounts = mergeOperation(account);
