import { restoreOperation } from '#platform/records';
import { file } from '../fields.ts';

export const restoreFile = restoreOperation(file);
