import { restoreOperation } from '#platform/records';
import { communication } from '../fields.ts';

export const restoreCommunication = restoreOperation(communication);
