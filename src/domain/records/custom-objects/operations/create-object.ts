import { createOperation } from '#platform/records';
import { customObject } from '../fields.ts';

export const createObject = createOperation(customObject);
