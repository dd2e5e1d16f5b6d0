import { updateOperation } from '#platform/records';
import { communication } from '../fields.ts';

export const updateCommunication = updateOperation(communication);
