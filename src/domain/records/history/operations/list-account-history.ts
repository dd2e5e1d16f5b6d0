import { account } from '#domain/records/accounts';
import { historyOperation } from './record-history.ts';

export const listAccountHistory = historyOperation(account);
