import { deleteOperation } from '#platform/records';
import { customRecord } from '../fields.ts';

export const deleteRecord = deleteOperation(customRecord);
