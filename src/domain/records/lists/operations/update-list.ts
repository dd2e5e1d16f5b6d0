import { updateOperation } from '#platform/records';
import { list } from '../fields.ts';

export const updateList = updateOperation(list);
