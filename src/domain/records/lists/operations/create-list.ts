import { createOperation } from '#platform/records';
import { list } from '../fields.ts';

export const createList = createOperation(list);
