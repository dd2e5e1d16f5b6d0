import { restoreOperation } from '#platform/records';
import { account } from '../fields.ts';

export const restoreAccount = restoreOperation(account);
