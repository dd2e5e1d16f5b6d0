import { getOperation } from '#platform/records';
import { file } from '../fields.ts';

export const getFile = getOperation(file);
