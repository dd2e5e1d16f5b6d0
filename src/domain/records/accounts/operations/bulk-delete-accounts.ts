import { bulkDeleteOperation } from '#platform/records';
import { account } from '../fields.ts';

export const bulkDeleteAccounts = bulkDeleteOperation(account);
