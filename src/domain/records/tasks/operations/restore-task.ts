import { restoreOperation } from '#platform/records';
import { task } from '../fields.ts';

export const restoreTask = restoreOperation(task);
