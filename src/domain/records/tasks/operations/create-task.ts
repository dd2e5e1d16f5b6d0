import { createOperation } from '#platform/records';
import { task } from '../fields.ts';

export const createTask = createOperation(task);
