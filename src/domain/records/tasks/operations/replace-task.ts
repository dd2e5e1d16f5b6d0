import { replaceOperation } from '#platform/records';
import { task } from '../fields.ts';

export const replaceTask = replaceOperation(task);
