import { getOperation } from '#platform/records';
import { communication } from '../fields.ts';

export const getCommunication = getOperation(communication);
