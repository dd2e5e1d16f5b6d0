import { deleteOperation } from '#platform/records';
import { lineItem } from '../fields.ts';

export const removeLineItem = deleteOperation(lineItem);
