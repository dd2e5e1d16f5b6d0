import { listOperation } from '#platform/records';
import { list } from '../fields.ts';

export const listLists = listOperation(list);
