import { updateOperation } from '#platform/records';
import { lineItem } from '../fields.ts';

export const updateLineItem = updateOperation(lineItem);
