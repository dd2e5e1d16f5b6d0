import { getOperation } from '#platform/records';
import { list } from '../fields.ts';

export const getList = getOperation(list);
