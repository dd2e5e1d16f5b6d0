import { getOperation } from '#platform/records';
import { account } from '../fields.ts';

export const getAccount = getOperation(account);
