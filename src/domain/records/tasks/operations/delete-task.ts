import { deleteOperation } from '#platform/records';
import { task } from '../fields.ts';

export const deleteTask = deleteOperation(task);
