import { restoreOperation } from '#platform/records';
import { customRecord } from '../fields.ts';

export const restoreRecord = restoreOperation(customRecord);
