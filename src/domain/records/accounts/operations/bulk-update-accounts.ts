import { bulkUpdateOperation } from '#platform/records';
import { account } from '../fields.ts';

export const bulkUpdateAccounts = bulkUpdateOperation(account);
