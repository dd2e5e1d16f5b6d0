import { bulkDeleteOperation } from '#platform/records';
import { task } from '../fields.ts';

export const bulkDeleteTasks = bulkDeleteOperation(task);
