import { getOperation } from '#platform/records';
import { customObject } from '../fields.ts';

export const getObject = getOperation(customObject);
