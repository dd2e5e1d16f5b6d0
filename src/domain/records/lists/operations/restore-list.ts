import { restoreOperation } from '#platform/records';
import { list } from '../fields.ts';

export const restoreList = restoreOperation(list);
