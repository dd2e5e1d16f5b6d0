import { exportOperation } from '#platform/records';
import { customRecord } from '../fields.ts';

export const exportRecords = exportOperation(customRecord);
