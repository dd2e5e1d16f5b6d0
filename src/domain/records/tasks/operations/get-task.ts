import { getOperation } from '#platform/records';
import { task } from '../fields.ts';

export const getTask = getOperation(task);
