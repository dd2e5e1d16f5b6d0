import { listOperation } from '#platform/records';
import { account } from '../fields.ts';

export const listAccounts = listOperation(account);
