import { exportOperation } from '#platform/records';
import { account } from '../fields.ts';

export const exportAccounts = exportOperation(account);
