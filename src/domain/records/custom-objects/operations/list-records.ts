import { listOperation } from '#platform/records';
import { customRecord } from '../fields.ts';

export const listCustomRecords = listOperation(customRecord);
