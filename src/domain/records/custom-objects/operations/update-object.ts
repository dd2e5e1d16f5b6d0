import { updateOperation } from '#platform/records';
import { customObject } from '../fields.ts';

export const updateObject = updateOperation(customObject);
