import { updateOperation } from '#platform/records';
import { account } from '../fields.ts';

export const updateAccount = updateOperation(account);
