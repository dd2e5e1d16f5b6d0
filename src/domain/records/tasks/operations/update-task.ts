import { updateOperation } from '#platform/records';
import { task } from '../fields.ts';

export const updateTask = updateOperation(task);
