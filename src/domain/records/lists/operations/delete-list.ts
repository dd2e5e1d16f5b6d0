import { deleteOperation } from '#platform/records';
import { list } from '../fields.ts';

export const deleteList = deleteOperation(list);
