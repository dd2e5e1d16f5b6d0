import { deleteOperation } from '#platform/records';
import { account } from '../fields.ts';

export const deleteAccount = deleteOperation(account);
