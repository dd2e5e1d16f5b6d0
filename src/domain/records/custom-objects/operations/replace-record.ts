import { replaceOperation } from '#platform/records';
import { customRecord } from '../fields.ts';

export const replaceRecord = replaceOperation(customRecord);
