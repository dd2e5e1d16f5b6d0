import { listOperation } from '#platform/records';
import { task } from '../fields.ts';

export const listTasks = listOperation(task);
