import { listOperation } from '#platform/records';
import { communication } from '../fields.ts';

export const listCommunications = listOperation(communication);
