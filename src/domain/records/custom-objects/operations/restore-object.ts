import { restoreOperation } from '#platform/records';
import { customObject } from '../fields.ts';

export const restoreObject = restoreOperation(customObject);
