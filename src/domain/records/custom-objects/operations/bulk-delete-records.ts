import { bulkDeleteOperation } from '#platform/records';
import { customRecord } from '../fields.ts';

export const bulkDeleteRecords = bulkDeleteOperation(customRecord);
