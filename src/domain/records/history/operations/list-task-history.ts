import { task } from '#domain/records/tasks';
import { historyOperation } from './record-history.ts';

export const listTaskHistory = historyOperation(task);
