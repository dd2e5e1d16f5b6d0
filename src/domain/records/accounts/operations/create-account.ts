import { createOperation } from '#platform/records';
import { account } from '../fields.ts';

export const createAccount = createOperation(account);
