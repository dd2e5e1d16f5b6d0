import { replaceOperation } from '#platform/records';
import { account } from '../fields.ts';

export const replaceAccount = replaceOperation(account);
