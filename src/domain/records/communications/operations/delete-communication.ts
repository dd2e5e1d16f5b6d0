import { deleteOperation } from '#platform/records';
import { communication } from '../fields.ts';

export const deleteCommunication = deleteOperation(communication);
