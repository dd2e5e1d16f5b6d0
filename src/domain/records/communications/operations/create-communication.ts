import { createOperation } from '#platform/records';
import { communication } from '../fields.ts';

export const createCommunication = createOperation(communication);
