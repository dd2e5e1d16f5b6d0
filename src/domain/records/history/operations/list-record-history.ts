import { customRecord } from '#domain/records/custom-objects';
import { historyOperation } from './record-history.ts';

export const listRecordHistory = historyOperation(customRecord);
