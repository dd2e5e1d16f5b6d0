import { getOperation } from '#platform/records';
import { customRecord } from '../fields.ts';

export const getCustomRecord = getOperation(customRecord);
