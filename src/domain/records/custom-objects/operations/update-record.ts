import { updateOperation } from '#platform/records';
import { customRecord } from '../fields.ts';

export const updateRecord = updateOperation(customRecord);
