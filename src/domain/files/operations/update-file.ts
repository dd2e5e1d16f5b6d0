import { updateOperation } from '#platform/records';
import { file } from '../fields.ts';

export const updateFile = updateOperation(file);
