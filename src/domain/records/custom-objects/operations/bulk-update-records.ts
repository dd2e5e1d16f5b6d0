import { bulkUpdateOperation } from '#platform/records';
import { customRecord } from '../fields.ts';

export const bulkUpdateRecords = bulkUpdateOperation(customRecord);
