import { bulkUpdateOperation } from '#platform/records';
import { task } from '../fields.ts';

export const bulkUpdateTasks = bulkUpdateOperation(task);
