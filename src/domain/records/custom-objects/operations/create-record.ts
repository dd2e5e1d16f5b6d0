import { createOperation } from '#platform/records';
import { customRecord } from '../fields.ts';

export const createRecord = createOperation(customRecord);
